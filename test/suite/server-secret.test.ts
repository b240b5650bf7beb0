import { describe, expect, test } from 'vitest'
import { generateToken04, importServerSecret, verifyToken04 } from '../../src/index.js'
import { basic, now, refusal, SECRET } from '../support/tokens.js'

describe('importServerSecret', () => {
  test('shows nothing of the secret', () => {
    const secret = importServerSecret(SECRET)
    const shown = [
      String(secret),
      JSON.stringify({ secret }),
      `${secret as unknown as string}`,
      JSON.stringify(Object.getOwnPropertyDescriptors(secret)),
      Object.prototype.toString.call(secret)
    ]
    expect(shown.join()).not.toContain(SECRET)
    expect(String(secret)).toBe('ServerSecret(redacted)')
    expect(JSON.stringify(secret)).toBe('"ServerSecret(redacted)"')
    expect((secret as never)[Symbol.for('nodejs.util.inspect.custom')]).toBeTypeOf('function')
    expect(((secret as never)[Symbol.for('nodejs.util.inspect.custom')] as () => string)()).toBe('ServerSecret(redacted)')
    expect(Object.isFrozen(secret)).toBe(true)
    expect(Object.prototype.toString.call(secret)).toBe('[object ServerSecret]')
  })

  test('keeps every secret in one vault, which nobody can replace or come upon', () => {
    const VAULT = Symbol.for('zego-token04.vault')
    const secret = importServerSecret(SECRET)
    const { value: vault, ...descriptor } = Object.getOwnPropertyDescriptor(globalThis, VAULT) as PropertyDescriptor
    expect(descriptor).toEqual({ writable: false, enumerable: false, configurable: false })
    expect(vault.has(secret)).toBe(true)
  })

  test('counts the bytes of UTF-8', async () => {
    expect(String(importServerSecret('\u00e9'.repeat(16)))).toMatch('redacted')
    expect(String(importServerSecret('\u{1f600}'.repeat(8)))).toMatch('redacted')
    for (const wrong of ['\u00e9'.repeat(32), '\u4e2d'.repeat(32), 'x'.repeat(31), 'x'.repeat(33)]) {
      const error = await refusal(() => importServerSecret(wrong))
      expect(error).toMatchObject({ code: 'INVALID_SERVER_SECRET', errorCode: 5 })
      expect(error.message).not.toContain(wrong)
    }
  })

  test('does not take a look-alike of its handles', async () => {
    const real = importServerSecret(SECRET)
    const proxied = new Proxy(real, {})
    for (const fake of [proxied, Object.create(real), { ...real }, Object.create(Object.getPrototypeOf(real))]) {
      const error = await refusal(() => generateToken04(basic({ serverSecret: fake })))
      expect(error.code).toBe('INVALID_SERVER_SECRET')
    }
  })

  test('keeps more secrets apart than it remembers', async () => {
    const secrets = Array.from({ length: 40 }, (_, index) => String(index).padStart(32, 's'))
    for (const serverSecret of [...secrets, ...secrets]) {
      const token = await generateToken04(basic({ serverSecret }))
      expect((await verifyToken04(token, { serverSecret, now })).claims.user_id).toBe('demo')
    }
  })
})
