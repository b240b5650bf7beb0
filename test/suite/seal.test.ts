import { describe, expect, test } from 'vitest'
import { decodeToken04 } from '../../src/index.js'
import { sealToken04 } from '../../src/testing.js'
import { claims, ivOf, MODES, NOW, refusal, SECRET } from '../support/tokens.js'

describe.each(MODES)('sealToken04 with mode %s', (mode) => {
  const options = { serverSecret: SECRET, mode, iv: ivOf(mode) }

  test('gives the same token for the same input', async () => {
    const token = await sealToken04(claims(), options)
    expect(await sealToken04(claims(), options)).toBe(token)
    expect(await sealToken04(JSON.stringify(claims()), options)).toBe(token)
    const wider = new Uint8Array([9, 9, ...ivOf(mode), 9])
    for (const View of [Uint8Array, DataView]) {
      const iv = new (View as typeof Uint8Array)(wider.buffer, 2, ivOf(mode).length)
      expect(await sealToken04(claims(), { ...options, iv })).toBe(token)
    }
  })

  test('takes the expiry in clear from the option, the claims, or nowhere', async () => {
    const expireOf = async (content: object | string, expire?: number) =>
      decodeToken04(await sealToken04(content, expire === undefined ? options : { ...options, expire })).expire
    expect(await expireOf(claims())).toBe(NOW + 3600)
    expect(await expireOf(claims(), 5)).toBe(5)
    expect(await expireOf('{"expire":77}')).toBe(77)
    for (const none of ['no JSON', 'null', '{}', '{"expire":"5"}', '']) expect(await expireOf(none)).toBe(0)
  })

  test('fills the ciphertext to the last byte that its length field can count, and no further', async () => {
    // the tag takes 16 bytes; so does the padding where the plaintext ends with a block
    const fitting = 'x'.repeat(65_519)
    expect(decodeToken04(await sealToken04(fitting, options)).ciphertext.length).toBe(mode === 'gcm' ? 65_535 : 65_520)
    for (const plaintext of [`${fitting}x`, '\u4e2d'.repeat(21_840)]) {
      expect((await refusal(() => sealToken04(plaintext, options))).code).toBe('TOKEN_TOO_LARGE')
    }
    const tooLarge = await refusal(() => sealToken04('x'.repeat(65_530), options))
    expect(tooLarge.message).toMatch(`would have ${mode === 'gcm' ? 65_546 : 65_536} bytes`)
    await sealToken04('\u4e2d'.repeat(21_839), options)
  })

  test('leaves the IV of the caller alone', async () => {
    const iv = ivOf(mode)
    await sealToken04(claims(), { ...options, iv })
    expect([...iv]).toEqual([...ivOf(mode)])
  })

  const circular: { self?: unknown } = {}
  circular.self = circular
  const wrong: [string, unknown, object, string][] = [
    ['a short IV', claims(), { iv: new Uint8Array(8) }, 'INVALID_OPTION'],
    ['an IV in hex', claims(), { iv: '00'.repeat(16) }, 'INVALID_OPTION'],
    ['an IV that is no view', claims(), { iv: ivOf(mode).buffer }, 'INVALID_OPTION'],
    ['no IV', claims(), { iv: undefined }, 'INVALID_OPTION'],
    ['an unknown mode', claims(), { mode: 'ecb' }, 'INVALID_OPTION'],
    ['a fraction as expiry', claims(), { expire: 1.5 }, 'INVALID_OPTION'],
    ['claims with a bigint', { app_id: 1n }, {}, 'INVALID_OPTION'],
    ['circular claims', circular, {}, 'INVALID_OPTION'],
    ['undefined claims', undefined, {}, 'INVALID_OPTION'],
    ['a plaintext that is too large', 'x'.repeat(65_536), {}, 'TOKEN_TOO_LARGE'],
    ['a wrong secret', claims(), { serverSecret: 'undefined' }, 'INVALID_SERVER_SECRET'],
    ['an unknown option', claims(), { nonce: 5 }, 'INVALID_OPTION']
  ]
  test.each(wrong)('refuses %s', async (_name, content, patch, code) => {
    expect((await refusal(() => sealToken04(content as object, { ...options, ...patch } as never))).code).toBe(code)
  })
})
