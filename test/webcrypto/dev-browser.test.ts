import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IV_BYTES } from '../../src/crypto/backend.js'
import { keyMaterial } from '../../src/crypto/server-secret.js'
import * as webcrypto from '../../src/crypto/webcrypto.js'
import { MODES, SECRET } from '../support/tokens.js'

let warnings: unknown[][]

beforeEach(() => {
  vi.resetModules()
  warnings = []
  vi.stubGlobal('console', { warn: (...texts: unknown[]) => warnings.push(texts) })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

// the backend of zego-token04/dev-browser, as on a page that was just opened
const open = () => import('../../src/crypto/webcrypto-for-demonstrations.js')
const material = keyMaterial(SECRET)

test.each(MODES)('a page with a secret is warned of once, at its first use, and works (%s)', async (mode) => {
  const backend = await open()
  const iv = new Uint8Array(IV_BYTES[mode])
  backend.randomFill(iv)
  expect(warnings).toEqual([])
  const [ciphertext] = await backend.encrypt(material, mode, iv, 'text')
  expect(warnings).toEqual([
    [
      expect.stringMatching(
        /: this page holds a ServerSecret\. .*It is for demonstrations .* an app makes its tokens on a server\.$/
      )
    ]
  ])
  expect(JSON.stringify(warnings)).not.toContain(SECRET)
  const plaintext = await backend.decrypt(material, mode, iv, ciphertext as Uint8Array<ArrayBuffer>)
  expect(new TextDecoder().decode(plaintext)).toBe('text')
  expect(warnings).toHaveLength(1)
})

test.each(MODES)('reading a token is warned of, too (%s)', async (mode) => {
  const iv = new Uint8Array(IV_BYTES[mode])
  const [ciphertext] = await webcrypto.encrypt(material, mode, iv, 'text')
  await (await open()).decrypt(material, mode, iv, ciphertext as Uint8Array<ArrayBuffer>)
  expect(warnings).toHaveLength(1)
})

test('a page without a console works', async () => {
  vi.stubGlobal('console', undefined)
  expect(await (await open()).encrypt(material, 'gcm', new Uint8Array(12), 'text')).toHaveLength(1)
})
