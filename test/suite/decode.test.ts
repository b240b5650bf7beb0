import { describe, expect, test } from 'vitest'
import { decodeToken04, secondsUntilRenewal } from '../../src/index.js'
import { bytesOf, claims, ivOf, MODES, NOW, refusal, seal, tokenOf } from '../support/tokens.js'

describe.each(MODES)('decodeToken04 of a token with mode %s', (mode) => {
  test('reads what is in clear', async () => {
    const token = await seal(claims(), mode)
    const decoded = decodeToken04(token)
    expect(decoded).toMatchObject({ version: '04', expire: NOW + 3600, mode })
    expect([...decoded.iv]).toEqual([...ivOf(mode)])
    const bytes = bytesOf(token)
    const offset = 12 + decoded.iv.length
    expect([...decoded.ciphertext]).toEqual([...bytes.slice(offset, mode === 'gcm' ? -1 : undefined)])
    expect(decoded.iv.constructor).toBe(Uint8Array)
    expect(decoded.ciphertext.buffer.byteLength).toBe(decoded.ciphertext.length)
  })

  test('reads every expiry that a number holds exactly', async () => {
    for (const expire of [0, 1, -1, 2 ** 31, 2 ** 32, -(2 ** 32) - 5, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
      expect(decodeToken04(await seal(claims(), mode, expire)).expire).toBe(expire)
    }
  })

  test('refuses an expiry beyond that', async () => {
    const bytes = bytesOf(await seal(claims(), mode))
    bytes.set([0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
    expect((await refusal(() => decodeToken04(tokenOf(bytes)))).message).toMatch(/expiry is out of range/)
  })

  test('refuses every truncation of bytes and of characters', async () => {
    const token = await seal(claims(), mode)
    const bytes = bytesOf(token)
    for (let length = 0; length < bytes.length; length++) {
      // without its mode byte, a GCM token is a CBC token with an IV of the wrong length
      const error = await refusal(() => decodeToken04(tokenOf(bytes.slice(0, length))))
      expect(error).toMatchObject({ code: 'MALFORMED_TOKEN', zegoCode: 1102016 })
    }
    for (let length = 0; length < token.length; length++) {
      expect((await refusal(() => decodeToken04(token.slice(0, length)))).code).toBe('MALFORMED_TOKEN')
    }
  })

  test('refuses trailing bytes and unknown mode bytes', async () => {
    const bytes = [...bytesOf(await seal(claims(), mode))]
    const envelope = mode === 'gcm' ? bytes.slice(0, -1) : bytes
    expect((await refusal(() => decodeToken04(tokenOf([...envelope, 0, 0])))).message).toMatch(/1 bytes follow the mode byte/)
    for (const byte of [2, 3, 127, 255]) {
      expect((await refusal(() => decodeToken04(tokenOf([...envelope, byte])))).message).toMatch(`mode byte is ${byte}`)
    }
  })

  test('refuses other lengths of the IV', async () => {
    const bytes = [...bytesOf(await seal(claims(), mode))]
    for (const length of [0, 8, 11, 13, 15, 17, 28]) {
      const iv = new Array(length).fill(1)
      const changed = [...bytes.slice(0, 8), 0, length, ...iv, ...bytes.slice(10 + ivOf(mode).length)]
      expect((await refusal(() => decodeToken04(tokenOf(changed)))).message).toMatch(/IV has \d+ bytes/)
    }
  })

  test('refuses a ciphertext of an impossible length', async () => {
    const iv = ivOf(mode)
    for (const length of mode === 'gcm' ? [0, 1, 15] : [0, 1, 15, 17, 31]) {
      const bytes = [...new Array(8).fill(0), 0, iv.length, ...iv, 0, length, ...new Array(length).fill(1)]
      const error = await refusal(() => decodeToken04(tokenOf(mode === 'gcm' ? [...bytes, 1] : bytes)))
      expect(error.message).toMatch(`ciphertext of ${length} bytes is impossible`)
    }
  })
})

describe('decodeToken04', () => {
  test('reads an explicit mode byte 0 as CBC', async () => {
    const bytes = [...bytesOf(await seal(claims(), 'cbc')), 0]
    expect(decodeToken04(tokenOf(bytes)).mode).toBe('cbc')
  })

  test.each(['03', '05', '00', '99', '006abc', '03AAAAAGVU'])('refuses the version of %j', async (token) => {
    expect(await refusal(() => decodeToken04(token))).toMatchObject({ code: 'UNSUPPORTED_VERSION', zegoCode: 1002079 })
  })

  test.each([undefined, null, 5, '', '0', 'x', 'eyJhbGciOiJIUzI1NiJ9.e30.x', ' 04', '"04', '04', '04AAAA', {}, []])(
    'refuses %j as malformed',
    async (token) => {
      expect((await refusal(() => decodeToken04(token as string))).code).toBe('MALFORMED_TOKEN')
    }
  )

  test('refuses base64 that is not canonical', async () => {
    const token = await seal('{"user":"abcd"}', 'gcm')
    expect(token.endsWith('=')).toBe(true)
    const text = token.slice(2)
    const body = text.replace(/=+$/, '')
    const last = body.at(-1) as string
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const strayBits = body.slice(0, -1) + alphabet[alphabet.indexOf(last) + 1] + text.slice(body.length)
    const url = (await seal(claims({ user_id: '\u00ff\u00fe>>>???' }), 'cbc')).replaceAll('+', '-').replaceAll('/', '_')
    const wrong = [
      body,
      `${text}=`,
      `${text}\n`,
      ` ${text}`,
      `${text.slice(0, 20)}\r\n${text.slice(20)}`,
      strayBits,
      `${text.slice(0, 8)}*${text.slice(9)}`,
      `${text.slice(0, 8)}\u0100${text.slice(9)}`,
      `${text.slice(0, 8)}=${text.slice(9)}`
    ]
    for (const changed of wrong) {
      expect((await refusal(() => decodeToken04(`04${changed}`))).message).toMatch(/is not base64/)
    }
    expect((await refusal(() => decodeToken04(url))).message).toMatch(/is not base64/)
  })

  test('takes the longest token and refuses a longer text by its length', async () => {
    const longest = await seal('x'.repeat(65_535 - 16), 'gcm')
    expect(decodeToken04(longest).ciphertext).toHaveLength(65_535)
    const error = await refusal(() => decodeToken04(`04${'A'.repeat(10_000_000)}`))
    expect(error.message).toMatch(/more than 87422 characters/)
  })
})

describe('secondsUntilRenewal', () => {
  test('counts down to 30 seconds before the expiry, and no further than 0', async () => {
    const token = await seal(claims(), 'gcm')
    const at = (seconds: number, leadInSeconds?: number) =>
      secondsUntilRenewal(token, leadInSeconds === undefined ? { now: () => seconds } : { now: () => seconds, leadInSeconds })
    expect(at(NOW)).toBe(3570)
    expect(at(NOW, 0)).toBe(3600)
    expect(at(NOW + 3569)).toBe(1)
    expect(at(NOW + 3570)).toBe(0)
    expect(at(NOW + 9999)).toBe(0)
    expect(secondsUntilRenewal(token)).toBe(0)
    expect(secondsUntilRenewal(token, { leadInSeconds: undefined as never })).toBe(0)
  })

  test('refuses what is no token and what is no option', async () => {
    const token = await seal(claims(), 'gcm')
    expect((await refusal(() => secondsUntilRenewal('04'))).code).toBe('MALFORMED_TOKEN')
    for (const options of [null, { leadInSeconds: -1 }, { leadInSeconds: '5' }, { now: 5 }, { lead: 5 }]) {
      expect((await refusal(() => secondsUntilRenewal(token, options as never))).code).toBe('INVALID_OPTION')
    }
  })
})
