import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Backend } from '../../src/crypto/backend.js'
import * as node from '../../src/crypto/node.js'
import { importServerSecret, type KeyMaterial, keyMaterial } from '../../src/crypto/server-secret.js'
import * as web from '../../src/crypto/webcrypto.js'
import * as base64Node from '../../src/encoding/base64-node.js'
import * as base64Web from '../../src/encoding/base64-web.js'
import { RUNS } from '../support/runs.js'
import { ivOf, MODES, SECRET } from '../support/tokens.js'

const join = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const material = () => keyMaterial(importServerSecret(SECRET))

const backends: readonly Backend[] = [node, web]

describe.each(MODES)('the backends with mode %s', (mode) => {
  const iv = ivOf(mode) as Uint8Array<ArrayBuffer>

  test('encrypt alike, and read each other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (plaintext) => {
        const made = [node.encrypt(material(), mode, iv, plaintext), await web.encrypt(material(), mode, iv, plaintext)].map(
          join
        )
        const [byNode, byWeb] = made as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]
        expect(byNode).toEqual(byWeb)
        const read = [node.decrypt(material(), mode, iv, byWeb), await web.decrypt(material(), mode, iv, byNode)]
        for (const bytes of read) expect(Buffer.from(bytes as Uint8Array).toString()).toBe(plaintext)
      }),
      RUNS
    )
  })

  test('refuse alike whatever was changed', async () => {
    const ciphertext = join(node.encrypt(material(), mode, iv, 'x'.repeat(40)))
    await fc.assert(
      fc.asyncProperty(fc.nat(ciphertext.length - 1), fc.integer({ min: 1, max: 255 }), async (index, flip) => {
        const changed = ciphertext.slice()
        changed[index] = (changed[index] as number) ^ flip
        const byNode = node.decrypt(material(), mode, iv, changed)
        const byWeb = await web.decrypt(material(), mode, iv, changed)
        expect(byNode && [...byNode]).toEqual(byWeb && [...byWeb])
        if (mode === 'gcm') expect(byNode).toBeUndefined()
      }),
      RUNS
    )
  })

  test('make a key once a secret', async () => {
    const once = material()
    node.encrypt(once, mode, iv, 'a')
    await web.encrypt(once, mode, iv, 'a')
    const keys = new Map(once.keys)
    node.decrypt(once, mode, iv, iv)
    node.encrypt(once, mode, iv, 'b')
    await web.encrypt(once, mode, iv, 'b')
    expect(keys.size).toBe(2)
    for (const [slot, key] of keys) expect(once.keys.get(slot)).toBe(key)
  })
})

describe('the backends with a key of 16 bytes, which only a diagnosis uses', () => {
  const short = (): KeyMaterial => ({ bytes: () => new Uint8Array(16).fill(3), keys: new Map() })

  test.each(MODES)('decrypt alike (%s)', async (mode) => {
    const iv = ivOf(mode) as Uint8Array<ArrayBuffer>
    const ciphertext = join(await web.encrypt(short(), mode, iv, 'a text of more than one block'))
    for (const bytes of [node.decrypt(short(), mode, iv, ciphertext), await web.decrypt(short(), mode, iv, ciphertext)]) {
      expect(Buffer.from(bytes as Uint8Array).toString()).toBe('a text of more than one block')
    }
  })
})

test('the backends take no shortened GCM tag, which would be easier to guess', async () => {
  const iv = ivOf('gcm') as Uint8Array<ArrayBuffer>
  const whole = join(node.encrypt(material(), 'gcm', iv, '12345678'))
  const shortened = whole.slice(0, 8 + 4)
  for (const { decrypt } of backends) expect(await decrypt(material(), 'gcm', iv, shortened)).toBeUndefined()
})

test('the backends fill every byte from the CSPRNG', () => {
  for (const { randomFill } of backends) {
    const bytes = new Uint8Array(65_536)
    randomFill(bytes)
    expect(new Set(bytes).size).toBe(256)
    // the mean of so many fair bytes leaves 127.5 by this much once in 10^11 runs
    expect(Math.abs(bytes.reduce((sum, byte) => sum + byte, 0) / bytes.length - 127.5)).toBeLessThan(2)
  }
})

describe('base64', () => {
  test('is read and written alike, and what is not canonical is refused alike', () => {
    const texts = fc.oneof(
      fc.base64String(),
      fc.string({ unit: fc.constantFrom(...'AQgw+/=-_ \n'), maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 12 })
    )
    fc.assert(
      fc.property(texts, fc.uint8Array(), (text, bytes) => {
        const byNode = base64Node.fromBase64(text)
        const byWeb = base64Web.fromBase64(text)
        expect(byNode && [...byNode]).toEqual(byWeb && [...byWeb])
        if (byNode) expect(base64Web.toBase64(byNode)).toBe(text)
        expect(base64Node.toBase64(bytes)).toBe(base64Web.toBase64(bytes))
        expect(base64Node.fromBase64(base64Web.toBase64(bytes))?.join()).toBe(bytes.join())
      }),
      { numRuns: 5000 }
    )
  })
})

test('util.inspect shows nothing of a ServerSecret, however deep it looks', () => {
  const secret = importServerSecret(SECRET)
  keyMaterial(secret)
  for (const shown of [
    inspect(secret),
    inspect({ secret }, { showHidden: true, depth: 10 }),
    inspect([secret], { customInspect: false, showHidden: true })
  ]) {
    expect(shown).not.toContain(SECRET.slice(0, 8))
  }
  const vault = (globalThis as never)[Symbol.for('zego-token04.vault')]
  expect(inspect(vault, { showHidden: true, depth: 10, customInspect: false })).not.toContain(SECRET)
})
