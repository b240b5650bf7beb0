import { afterEach, expect, test, vi } from 'vitest'
import { decodeToken04, diagnoseToken04, generateToken04, verifyToken04 } from '../../src/index.js'
import { basic, claims, MODES, now, refusal, SECRET, seal } from '../support/tokens.js'

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each(MODES)('a page that is not secure has no crypto.subtle, which is said (%s)', async (mode) => {
  const token = await seal(claims(), mode)
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(1) })
  const serverSecret = 'no key of this one was made yet ..'.slice(0, 32)
  const errors = [
    await refusal(() => generateToken04(basic({ mode, serverSecret }))),
    await refusal(() => verifyToken04(token, { serverSecret, now })),
    // a key made while crypto.subtle was there does not help
    await refusal(() => generateToken04(basic({ mode }))),
    await refusal(() => verifyToken04(token, { serverSecret: SECRET, now }))
  ]
  for (const error of errors) expect(error).toMatchObject({ code: 'CRYPTO_UNAVAILABLE', errorCode: -1 })
  expect(errors[0]?.message).toMatch('https://')
  expect(decodeToken04(token).mode).toBe(mode)
  const { ok, findings, decoded } = await diagnoseToken04(token, { serverSecret: SECRET, now })
  expect(ok).toBe(false)
  expect(findings[0]).toMatchObject({ code: 'CRYPTO_UNAVAILABLE', severity: 'error' })
  expect(decoded?.mode).toBe(mode)
  const chinese = await diagnoseToken04(token, { serverSecret: SECRET, now, language: 'zh' })
  expect(chinese.findings[0]).toMatchObject({ code: 'CRYPTO_UNAVAILABLE', fix: expect.stringContaining('https://') })
})

test.each(MODES)('a platform whose crypto fails gives a Token04Error that quotes nothing (%s)', async (mode) => {
  const fail = () => Promise.reject(new Error(`leak of ${SECRET}`))
  const { subtle } = crypto
  for (const [name, broken] of Object.entries({
    import: { importKey: fail, encrypt: fail },
    encryption: { importKey: subtle.importKey.bind(subtle), encrypt: fail }
  })) {
    vi.stubGlobal('crypto', { subtle: broken, getRandomValues: (bytes: Uint8Array) => bytes.fill(1) })
    // no key of this secret was made before
    const error = await refusal(() => generateToken04(basic({ mode, serverSecret: name.padEnd(32, mode) })))
    expect(error).toMatchObject({ code: 'CRYPTO_UNAVAILABLE' })
    expect(error.message).toMatch('refused to import an AES key or to encrypt')
    expect(error.message).not.toContain(SECRET)
  }
})

test.each(MODES)(
  'a key that the platform does not import is not taken for a wrong one, and is tried again (%s)',
  async (mode) => {
    const serverSecret = 'not imported'.padEnd(32, mode)
    const token = await seal(claims(), mode)
    const { subtle } = crypto
    const importKey = () => Promise.reject(new Error('no'))
    vi.stubGlobal('crypto', { subtle: { importKey, decrypt: subtle.decrypt.bind(subtle) } })
    expect((await refusal(() => verifyToken04(token, { serverSecret, now }))).code).toBe('CRYPTO_UNAVAILABLE')
    vi.unstubAllGlobals()
    expect((await refusal(() => verifyToken04(token, { serverSecret, now }))).code).toBe('DECRYPTION_FAILED')
  }
)

test('a platform without WebCrypto says so', async () => {
  vi.resetModules()
  const fresh = await import('../../src/index.js')
  vi.stubGlobal('crypto', undefined)
  const error = await refusal(() => fresh.generateToken04(basic()))
  expect(error.code).toBe('CRYPTO_UNAVAILABLE')
  expect(error.message).toMatch('no WebCrypto')
})
