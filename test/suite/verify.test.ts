import { describe, expect, test } from 'vitest'
import { generateToken04, importServerSecret, type VerifyOptions, verifyToken04 } from '../../src/index.js'
import { basic, bytesOf, claims, MODES, NOW, now, OTHER_SECRET, refusal, SECRET, seal, tokenOf } from '../support/tokens.js'

const verify = (token: string, options: Partial<VerifyOptions> = {}) =>
  verifyToken04(token, { serverSecret: SECRET, now, ...options })

const payload = '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}'

describe.each(MODES)('verifyToken04 of a token with mode %s', (mode) => {
  test('gives back claims and payload', async () => {
    expect(await verify(await seal(claims({ payload }), mode))).toEqual({
      claims: claims({ payload }),
      payload: JSON.parse(payload),
      mode,
      authenticated: mode === 'gcm'
    })
  })

  test('reads a payload that is null or missing as the empty string', async () => {
    for (const none of [null, undefined, '']) {
      const verified = await verify(await seal(claims({ payload: none }), mode))
      expect(verified.claims.payload).toBe('')
      expect(verified.payload).toBeNull()
    }
  })

  test('ignores claims that it does not know, and reads what a writer of ours would refuse', async () => {
    const odd = claims({ user_id: 'a\0b\n'.repeat(100), app_id: 0, nonce: -(2 ** 31), extra: { nested: [1] } })
    const verified = await verify(await seal(odd, mode))
    expect(verified.claims.user_id).toBe('a\0b\n'.repeat(100))
    expect(verified.claims).not.toHaveProperty('extra')
  })

  test('reads unusual but legal JSON', async () => {
    const text = `\ufeff\t{ "user_id":"\\u0064emo", "app_id":1e0,"nonce":7.0, "ctime":${NOW}.0,\n"app_id":2,"expire":${NOW + 3600}, "__proto__":1}`
    const verified = await verify(await seal(text, mode, NOW + 3600))
    expect(verified.claims).toEqual(claims({ app_id: 2 }))
  })

  test('takes several secrets while one is rotated', async () => {
    const token = await seal(claims(), mode)
    const secrets = [OTHER_SECRET, importServerSecret('x'.repeat(32)), SECRET]
    expect((await verify(token, { serverSecret: secrets })).claims.user_id).toBe('demo')
    const error = await refusal(() => verify(token, { serverSecret: secrets.slice(0, 2) }))
    expect(error.code).toBe('DECRYPTION_FAILED')
    const most = [...Array(63).fill(OTHER_SECRET), SECRET]
    expect((await verify(token, { serverSecret: most })).claims.user_id).toBe('demo')
  })

  test('refuses a wrong secret', async () => {
    const token = await seal(claims(), mode)
    for (let index = 0; index < 600; index++) {
      const serverSecret = String(index).padStart(32, 'k')
      // among 600 wrong keys, CBC padding fits by chance for two or three: those must not stand out
      const error = await refusal(() => verify(token, { serverSecret }))
      expect({ ...error, message: error.message }).toEqual({
        code: 'DECRYPTION_FAILED',
        errorCode: -1,
        zegoCode: 1002033,
        message:
          'The token was not made with this serverSecret, or was altered. Compare the ServerSecret and the AppID of both sides.'
      })
    }
  })

  test('refuses every truncation and a trailing byte', async () => {
    const bytes = bytesOf(await seal(claims(), mode))
    for (let length = 0; length < bytes.length; length++) {
      expect((await refusal(() => verify(tokenOf(bytes.slice(0, length))))).code).toBe('MALFORMED_TOKEN')
    }
    expect((await refusal(() => verify(tokenOf([...bytes, 0, 0])))).code).toBe('MALFORMED_TOKEN')
  })

  test('refuses a mode that is not allowed', async () => {
    const token = await seal(claims(), mode)
    const other = mode === 'gcm' ? 'cbc' : 'gcm'
    expect(await refusal(() => verify(token, { modes: [other] }))).toMatchObject({ code: 'MODE_NOT_ALLOWED' })
    expect((await verify(token, { modes: [mode] })).mode).toBe(mode)
    expect((await verify(token, { modes: [other, mode] })).mode).toBe(mode)
  })

  test('refuses an expiry in clear that differs from the one inside', async () => {
    for (const expire of [NOW + 3601, NOW + 3599, 0, -1]) {
      const error = await refusal(async () => verify(await seal(claims(), mode, expire)))
      expect(error).toMatchObject({ code: 'EXPIRE_MISMATCH', zegoCode: 1002078 })
    }
  })

  test('is expired at the second of its expiry, and not before', async () => {
    const token = await seal(claims(), mode)
    const at = (seconds: number, clockToleranceInSeconds = 0) => verify(token, { now: () => seconds, clockToleranceInSeconds })
    await at(NOW + 3599)
    await at(NOW + 3599.999)
    expect(await refusal(() => at(NOW + 3600))).toMatchObject({ code: 'EXPIRED', zegoCode: 1002078 })
    await at(NOW + 3604, 5)
    expect((await refusal(() => at(NOW + 3605, 5))).code).toBe('EXPIRED')
    expect((await refusal(() => at(NOW + 3605, 5))).message).toMatch('5 seconds ago')
  })

  test('is not yet valid before it was made, but for the tolerance', async () => {
    const token = await seal(claims(), mode)
    const at = (seconds: number, clockToleranceInSeconds = 0) => verify(token, { now: () => seconds, clockToleranceInSeconds })
    await at(NOW)
    const error = await refusal(() => at(NOW - 1))
    expect(error.code).toBe('NOT_YET_VALID')
    expect(error.zegoCode).toBeUndefined()
    await at(NOW - 5, 5)
    expect((await refusal(() => at(NOW - 6, 5))).code).toBe('NOT_YET_VALID')
  })

  test('uses the clock of the system unless it is given one', async () => {
    const token = await generateToken04(basic({ mode, now: undefined }))
    expect((await verifyToken04(token, { serverSecret: SECRET })).claims.user_id).toBe('demo')
  })

  test('refuses another AppID, user and room than the expected ones', async () => {
    const token = await seal(claims({ payload }), mode)
    await verify(token, { appId: 1, userId: 'demo', roomId: 'demo' })
    expect(await refusal(() => verify(token, { appId: 2 }))).toMatchObject({ code: 'APP_ID_MISMATCH', zegoCode: 1002076 })
    expect(await refusal(() => verify(token, { userId: 'Demo' }))).toMatchObject({
      code: 'USER_ID_MISMATCH',
      zegoCode: 1002077
    })
    expect(await refusal(() => verify(token, { roomId: 'other' }))).toMatchObject({ code: 'ROOM_ID_MISMATCH' })
    const basicToken = await seal(claims(), mode)
    expect((await refusal(() => verify(basicToken, { roomId: 'demo' }))).message).toMatch(/basic token/)
  })

  test('validates the payload unless told not to', async () => {
    for (const wrong of ['{}', 'text', 'null', '[]', '{"room_id":"demo"}', ' ']) {
      const token = await seal(claims({ payload: wrong }), mode)
      expect(await refusal(() => verify(token))).toMatchObject({ code: 'INVALID_PAYLOAD', zegoCode: 1002075 })
      const verified = await verify(token, { validatePayload: false })
      expect(verified.claims.payload).toBe(wrong)
      expect(verified.payload).toBeNull()
    }
    const raw = await verify(await seal(claims({ payload }), mode), { validatePayload: false })
    expect(raw).toMatchObject({ payload: null, claims: { payload } })
  })

  const integers = [undefined, null, '1', '', true, 1.5, [], {}, 2 ** 53, -(2 ** 53)]
  const wrongClaims: Record<string, [unknown[], number | undefined]> = {
    app_id: [[...integers, -1, 2 ** 32], 1002076],
    user_id: [[undefined, null, 5, true, [], {}], 1002077],
    nonce: [[...integers, 2 ** 31, -(2 ** 31) - 1], 1002080],
    ctime: [integers, undefined],
    expire: [integers, 1002078],
    payload: [[5, true, {}, [], { room_id: 'demo' }], 1002075]
  }
  test.each(Object.entries(wrongClaims))('refuses wrong types of %s', async (claim, [values, zegoCode]) => {
    for (const value of values) {
      const token = await seal(claims({ [claim]: value }), mode, NOW + 3600)
      const error = await refusal(() => verify(token))
      expect(error).toMatchObject({ code: 'INVALID_CLAIMS', claim })
      expect(error.zegoCode).toBe(zegoCode)
      expect(error.message).toMatch(claim)
    }
  })

  test.each(['', '5', 'null', '"text"', '[]', '{', 'plain', `${JSON.stringify(claims())},`])(
    'refuses the plaintext %j',
    async (plaintext) => {
      const error = await refusal(async () => verify(await seal(plaintext, mode)))
      expect(error.code).toBe(mode === 'cbc' ? 'DECRYPTION_FAILED' : 'INVALID_CLAIMS')
      expect(error.claim).toBeUndefined()
    }
  )

  const wrongOptions: [string, object | null | undefined, string][] = [
    ['no options', undefined, 'INVALID_OPTION'],
    ['null', null, 'INVALID_OPTION'],
    ['no secret', { serverSecret: undefined }, 'INVALID_SERVER_SECRET'],
    ['a short secret', { serverSecret: 'short' }, 'INVALID_SERVER_SECRET'],
    ['an empty list of secrets', { serverSecret: [] }, 'INVALID_SERVER_SECRET'],
    ['too many secrets', { serverSecret: Array(65).fill(SECRET) }, 'INVALID_SERVER_SECRET'],
    ['a list with a bad secret', { serverSecret: [SECRET, 'undefined'] }, 'INVALID_SERVER_SECRET'],
    ['a nested list of secrets', { serverSecret: [[SECRET]] }, 'INVALID_SERVER_SECRET'],
    ['an appId that is a string', { appId: '1' }, 'INVALID_APP_ID'],
    ['a userId that is a number', { userId: 5 }, 'INVALID_USER_ID'],
    ['a roomId that is a number', { roomId: 5 }, 'INVALID_OPTION'],
    ['a roomId without validation', { roomId: 'demo', validatePayload: false }, 'INVALID_OPTION'],
    ['modes that are a string', { modes: 'gcm' }, 'INVALID_OPTION'],
    ['no modes', { modes: [] }, 'INVALID_OPTION'],
    ['an unknown mode', { modes: ['ecb'] }, 'INVALID_OPTION'],
    ['a mode twice', { modes: ['gcm', 'gcm'] }, 'INVALID_OPTION'],
    ['a negative tolerance', { clockToleranceInSeconds: -1 }, 'INVALID_OPTION'],
    ['an endless tolerance', { clockToleranceInSeconds: Infinity }, 'INVALID_OPTION'],
    ['a clock that is none', { now: NOW }, 'INVALID_OPTION'],
    ['validatePayload 0', { validatePayload: 0 }, 'INVALID_OPTION'],
    ['an unknown option', { appID: 1 }, 'INVALID_OPTION']
  ]
  test.each(wrongOptions)('refuses %s', async (_name, patch, code) => {
    const token = await seal(claims(), mode)
    const options = patch && { serverSecret: SECRET, now, ...patch }
    expect((await refusal(() => verifyToken04(token, options as VerifyOptions))).code).toBe(code)
  })
})

describe('verifyToken04', () => {
  test('reads an explicit mode byte 0 as CBC', async () => {
    const token = tokenOf([...bytesOf(await seal(claims(), 'cbc')), 0])
    expect(await verify(token)).toMatchObject({ mode: 'cbc', authenticated: false })
  })

  test('refuses a GCM token after any change of any byte', async () => {
    const token = await seal(claims({ payload }), 'gcm')
    const bytes = bytesOf(token)
    for (let index = 0; index < bytes.length; index++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const changed = bytes.slice()
        changed[index] = (changed[index] as number) ^ flip
        await refusal(() => verify(tokenOf(changed)))
      }
    }
  })

  test.each([undefined, null, 5, '', '03AAAA', 'x', {}])('refuses %j in place of a token', async (token) => {
    expect(['MALFORMED_TOKEN', 'UNSUPPORTED_VERSION']).toContain((await refusal(() => verify(token as string))).code)
  })

  test('gives one and the same error for a wrong key, bad padding, bad UTF-8 and bad JSON of a CBC token', async () => {
    const bytes = bytesOf(await seal(claims(), 'cbc'))
    const badPadding = bytes.slice()
    badPadding[bytes.length - 1] = (badPadding[bytes.length - 1] as number) ^ 1
    const badUtf8 = bytes.slice()
    // the first byte of the IV is xored into the first byte of the plaintext
    badUtf8[10] = (badUtf8[10] as number) ^ 0x80
    const failures = [
      await refusal(() => verify(tokenOf(bytes), { serverSecret: OTHER_SECRET })),
      await refusal(() => verify(tokenOf(badPadding))),
      await refusal(() => verify(tokenOf(badUtf8))),
      await refusal(async () => verify(await seal('{"app_id":', 'cbc'))),
      await refusal(async () => verify(await seal('', 'cbc')))
    ]
    const shapes = failures.map((error) => JSON.stringify([error.name, error.message, error.cause, { ...error }]))
    expect(new Set(shapes).size).toBe(1)
    expect(failures[0]?.code).toBe('DECRYPTION_FAILED')
  })

  test('takes a CBC token whose IV was changed by someone without the key, and says that it is not authenticated', async () => {
    const bytes = bytesOf(await seal(claims(), 'cbc'))
    // {"app_id":1, -> {"app_id":2, by flipping bits of the IV
    bytes[10 + 10] = (bytes[10 + 10] as number) ^ ('1'.charCodeAt(0) ^ '2'.charCodeAt(0))
    const forged = await verify(tokenOf(bytes))
    expect(forged.claims.app_id).toBe(2)
    expect(forged.authenticated).toBe(false)
  })
})
