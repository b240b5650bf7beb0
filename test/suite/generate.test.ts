import { describe, expect, test } from 'vitest'
import {
  decodeToken04,
  type ErrorCode,
  type GenerateOptions,
  generateToken04,
  importServerSecret,
  verifyToken04
} from '../../src/index.js'
import { basic, bytesOf, MODES, NOW, now, refusal, SECRET } from '../support/tokens.js'

const payload = { room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null } as const
const generate = (patch: object) => generateToken04(basic(patch))
const verify = (token: string) => verifyToken04(token, { serverSecret: SECRET, now })

describe.each(MODES)('generateToken04 with mode %s', (mode) => {
  test('makes a basic token of the claims that were asked for', async () => {
    const token = await generate({ mode })
    expect(decodeToken04(token)).toMatchObject({ version: '04', expire: NOW + 3600, mode })
    const { claims, payload } = await verify(token)
    expect(claims).toMatchObject({ app_id: 1, user_id: 'demo', ctime: NOW, expire: NOW + 3600, payload: '' })
    expect(payload).toBeNull()
  })

  test('makes a privilege token from an object and from its JSON text', async () => {
    for (const given of [payload, JSON.stringify(payload), ` ${JSON.stringify(payload, null, 2)}\n`]) {
      const verified = await verify(await generate({ mode, payload: given }))
      expect(verified.payload).toEqual(payload)
      expect(verified.claims.payload).toBe(typeof given === 'string' ? given : JSON.stringify(payload))
    }
  })

  test('reads undefined options as absent', async () => {
    const payload = { room_id: 'a', privilege: { 1: 1, 2: undefined }, stream_id_list: undefined }
    const token = await generate({ mode, payload, maxEffectiveTimeInSeconds: undefined })
    expect((await verify(token)).claims.payload).toBe('{"room_id":"a","privilege":{"1":1}}')
  })

  test('takes an imported secret as well as its text', async () => {
    const verified = await verify(await generate({ mode, serverSecret: importServerSecret(SECRET) }))
    expect(verified.claims.user_id).toBe('demo')
  })

  test('takes every value at the edge of its limits', async () => {
    const edges: Partial<GenerateOptions>[] = [
      { appId: 4_294_967_295 },
      { userId: 'x'.repeat(64) },
      { userId: '\u{1f600}'.repeat(16) },
      { userId: 'a<b>&"\\/\u00e9\u4e2d\u2028\u0080' },
      { effectiveTimeInSeconds: 1 },
      { effectiveTimeInSeconds: 2_073_600 },
      { effectiveTimeInSeconds: 2_073_601, maxEffectiveTimeInSeconds: 2_147_483_647 },
      { payload: '' },
      { payload: { ...payload, room_id: 'r'.repeat(128) } },
      { payload: { ...payload, stream_id_list: ['s', '\u{1f600}'.repeat(256)] } },
      { payload: { room_id: 'r', privilege: { 2: 1 } } },
      { payload: { ...payload, stream_id_list: [] } }
    ]
    for (const edge of edges) {
      const { claims } = await verify(await generate({ mode, ...edge }))
      expect(claims.user_id).toBe(edge.userId ?? 'demo')
      expect(claims.app_id).toBe(edge.appId ?? 1)
    }
  })

  test('fills the ciphertext to its last byte and refuses one more', async () => {
    const payloadOf = (length: number) => {
      const frame = { room_id: 'r', privilege: { 1: 1 as const }, stream_id_list: Array(254).fill('s'.repeat(250)) }
      const text = JSON.stringify(frame)
      return text + ' '.repeat(length - text.length)
    }
    const largest = mode === 'gcm' ? 65_535 - 16 : 65_535 - 15 - 1
    const probe = (await verify(await generate({ mode, payload: payloadOf(64_600) }))).claims
    const spare = largest - JSON.stringify(probe).length
    // the nonce has up to ten digits
    const nonceDigits = String(probe.nonce).length
    const fitting = 64_600 + spare - (10 - nonceDigits)
    expect(decodeToken04(await generate({ mode, payload: payloadOf(fitting) })).ciphertext.length).toBeGreaterThan(65_500)
    const error = await refusal(() => generate({ mode, payload: payloadOf(fitting + 20) }))
    expect(error).toMatchObject({ code: 'TOKEN_TOO_LARGE', errorCode: -1 })
  })

  test('counts bytes, not characters, of a payload that is too large', async () => {
    const stream_id_list = Array(100).fill('\u4e2d'.repeat(250))
    const error = await refusal(() => generate({ mode, payload: { ...payload, stream_id_list } }))
    expect(error.code).toBe('TOKEN_TOO_LARGE')
  })

  test('draws the IV from all byte values and the nonce from 0 to 2^31-1, and repeats neither', async () => {
    const ivs = new Set<string>()
    const nonces = new Set<number>()
    const seen = new Set<number>()
    for (let index = 0; index < 500; index++) {
      const token = await generate({ mode })
      const { iv } = decodeToken04(token)
      ivs.add(iv.join())
      for (const byte of iv) seen.add(byte)
      nonces.add((await verify(token)).claims.nonce)
    }
    expect(ivs.size).toBe(500)
    // two of 500 draws from 2^31 are equal once in 17,000 runs
    expect(nonces.size).toBeGreaterThan(497)
    expect(Math.min(...nonces)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...nonces)).toBeLessThan(2 ** 31)
    expect(Math.max(...nonces)).toBeGreaterThan(2 ** 30)
    expect(seen.size).toBe(256)
  })

  const control = Array.from({ length: 33 }, (_, index) => String.fromCharCode(index === 32 ? 0x7f : index))
  const refused: [string, ErrorCode, number, object][] = [
    ...[0, -1, 1.5, 4_294_967_296, Number.NaN, Infinity, -Infinity, '1', 1n, null, undefined, true, [1], {}].map(
      (appId): [string, ErrorCode, number, object] => [
        `appId ${String(appId)} (${typeof appId})`,
        'INVALID_APP_ID',
        1,
        { appId }
      ]
    ),
    ...['', 'x'.repeat(65), '\u4e2d'.repeat(22), ...control.map((c) => `a${c}b`), '\ud800', 'a\udc00', 5, null, undefined].map(
      (userId): [string, ErrorCode, number, object] => [`userId ${JSON.stringify(userId)}`, 'INVALID_USER_ID', 3, { userId }]
    ),
    ...[
      '',
      'short',
      `${SECRET}0`,
      'undefined',
      'null',
      `${SECRET}${SECRET}`,
      '\u00e9'.repeat(32),
      5,
      null,
      undefined,
      {},
      []
    ].map((serverSecret, index): [string, ErrorCode, number, object] => [
      `serverSecret number ${index}`,
      'INVALID_SERVER_SECRET',
      5,
      { serverSecret }
    ]),
    ...[0, -1, 1.5, '3600', Number.NaN, Infinity, 2_073_601, 1_700_000_000, 1_700_000_000_000, 3_600_000, null, undefined].map(
      (effectiveTimeInSeconds): [string, ErrorCode, number, object] => [
        `effectiveTimeInSeconds ${JSON.stringify(effectiveTimeInSeconds)} (${String(effectiveTimeInSeconds)})`,
        'INVALID_EFFECTIVE_TIME',
        6,
        { effectiveTimeInSeconds }
      ]
    ),
    ...['CBC', '', 1, null].map((bad): [string, ErrorCode, number, object] => [
      `mode ${JSON.stringify(bad)}`,
      'INVALID_OPTION',
      -1,
      { mode: bad }
    ]),
    ...[0, 1.5, '5', Infinity, null, 2_147_483_648].map((cap): [string, ErrorCode, number, object] => [
      `maxEffectiveTimeInSeconds ${String(cap)}`,
      'INVALID_OPTION',
      -1,
      { maxEffectiveTimeInSeconds: cap }
    ]),
    ...[5, null, 'now'].map((bad): [string, ErrorCode, number, object] => [
      `now ${String(bad)}`,
      'INVALID_OPTION',
      -1,
      { now: bad }
    ]),
    ...[Number.NaN, -1, Date.now(), '5', undefined, Promise.resolve(5)].map((bad): [string, ErrorCode, number, object] => [
      `a clock that answers ${String(bad)} (${typeof bad})`,
      'INVALID_OPTION',
      -1,
      { now: () => bad }
    ]),
    ['an unknown option', 'INVALID_OPTION', -1, { userid: 'demo' }]
  ]

  test.each(refused)('refuses %s', async (_name, code, errorCode, patch) => {
    const error = await refusal(() => generate({ mode, ...patch }))
    expect(error).toMatchObject({ code, errorCode })
  })

  test('reports the first of several faults, in the order of the official assistants', async () => {
    const all = { appId: 0, userId: '', serverSecret: '', effectiveTimeInSeconds: 0, payload: '{}' }
    const codes = []
    for (const mended of [{}, { appId: 1 }, { userId: 'demo' }, { serverSecret: SECRET }, { effectiveTimeInSeconds: 1 }]) {
      Object.assign(all, mended)
      codes.push((await refusal(() => generate({ mode, ...all }))).code)
    }
    expect(codes).toEqual([
      'INVALID_APP_ID',
      'INVALID_USER_ID',
      'INVALID_SERVER_SECRET',
      'INVALID_EFFECTIVE_TIME',
      'INVALID_PAYLOAD'
    ])
  })
})

describe('generateToken04', () => {
  test('uses GCM unless told otherwise', async () => {
    expect(decodeToken04(await generate({})).mode).toBe('gcm')
  })

  test('writes no mode byte with CBC and 1 with GCM', async () => {
    const cbc = bytesOf(await generate({ mode: 'cbc' }))
    expect(cbc.length % 16).toBe(28 % 16)
    expect(bytesOf(await generate({ mode: 'gcm' })).at(-1)).toBe(1)
  })

  test('uses the clock of the system unless it is given one, and cuts off its fraction', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { expire } = decodeToken04(await generate({ now: undefined, effectiveTimeInSeconds: 1 }))
    expect(expire).toBeGreaterThanOrEqual(before + 1)
    expect(expire).toBeLessThanOrEqual(Math.floor(Date.now() / 1000) + 1)
    expect(decodeToken04(await generate({ now: () => 100.9 })).expire).toBe(3700)
  })

  const messages: [object, RegExp][] = [
    [{ appId: '1' }, /^appId must be an integer; found a string of length 1\.$/],
    [{ userId: 'x'.repeat(65) }, /^userId must be a string of at most 64 bytes of UTF-8; found a string of 65 bytes\.$/],
    [{ userId: 'a\nb' }, /without control characters/],
    [{ serverSecret: 'a'.repeat(64) }, /AppSign/],
    [{ serverSecret: 'undefined' }, /the text "undefined": the variable it is read from is probably not set/],
    [{ serverSecret: undefined }, /serverSecret is undefined: the variable/],
    [{ serverSecret: {} }, /what importServerSecret\(\) returned; found an object that is neither/],
    [{ effectiveTimeInSeconds: 1_700_003_600 }, /looks like a Unix timestamp: pass a duration/],
    [{ effectiveTimeInSeconds: 1_700_003_600_000 }, /looks like a Unix timestamp in milliseconds/],
    [{ effectiveTimeInSeconds: 3_600_000 }, /looks like milliseconds: pass seconds/],
    [{ effectiveTimeInSeconds: 2_073_601 }, /at most 2073600; found the number 2073601\.$/],
    [{ mode: 'ecb' }, /mode must be one of "gcm", "cbc"; found a string of length 3/],
    [{ userid: 1 }, /options has an unknown field "userid"; leave it out/],
    [{ [SECRET]: 1 }, /options has an unknown field with a name of length 32/]
  ]
  test.each(messages)('names the mistake of %j', async (patch, message) => {
    expect((await refusal(() => generate(patch))).message).toMatch(message)
  })

  test.each([undefined, null, 5, 'options', true])('refuses %j in place of options', async (options) => {
    expect((await refusal(() => generateToken04(options as never))).code).toBe('INVALID_OPTION')
  })

  test('misses every option in an empty array', async () => {
    expect((await refusal(() => generateToken04([] as never))).code).toBe('INVALID_APP_ID')
  })
})
