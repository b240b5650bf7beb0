import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeToken04, generateToken04, type Mode, Token04Error, verifyToken04 } from '../../src/index.js'
import { sealToken04 } from '../../src/testing.js'
import { RUNS } from '../support/runs.js'
import { bytesOf, NOW, now, OTHER_SECRET, refusal, SECRET, tokenOf } from '../support/tokens.js'

const utf8Length = (text: string) => new TextEncoder().encode(text).length
const text = (maxBytes: number) =>
  fc.string({ unit: 'binary', minLength: 1, maxLength: maxBytes }).filter((value) => utf8Length(value) <= maxBytes)
const mode = fc.constantFrom<Mode>('gcm', 'cbc')
const uint8Array = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const ivFor = (mode: Mode) => uint8Array(mode === 'gcm' ? 12 : 16)

const validPayload = fc.record(
  {
    room_id: text(128),
    privilege: fc
      .record({ 1: fc.constantFrom(0, 1), 2: fc.constantFrom(0, 1) }, { requiredKeys: [] })
      .filter((privilege) => Object.keys(privilege).length > 0),
    stream_id_list: fc.option(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 256 }), { maxLength: 5 }))
  },
  { requiredKeys: ['room_id', 'privilege'] }
)
const validOptions = fc.record(
  {
    appId: fc.integer({ min: 1, max: 4_294_967_295 }),
    userId: text(64).filter((value) => !/[\0-\x1f\x7f]/.test(value)),
    serverSecret: fc.constantFrom(SECRET, OTHER_SECRET),
    effectiveTimeInSeconds: fc.integer({ min: 1, max: 2_073_600 }),
    now: fc.integer({ min: 0, max: 99_999_999_999 }).map((seconds) => () => seconds),
    mode,
    payload: fc.oneof(
      fc.constant(''),
      validPayload,
      validPayload.map((payload) => JSON.stringify(payload))
    )
  },
  { requiredKeys: ['appId', 'userId', 'serverSecret', 'effectiveTimeInSeconds', 'now'] }
)
const anyClaims = fc.record({
  app_id: fc.integer({ min: 0, max: 4_294_967_295 }),
  user_id: fc.string({ unit: 'binary' }),
  nonce: fc.integer(),
  ctime: fc.maxSafeInteger(),
  expire: fc.maxSafeInteger(),
  payload: fc.string({ unit: 'binary' })
})

describe('for any input', () => {
  test('what is generated verifies and gives back what went in', async () => {
    await fc.assert(
      fc.asyncProperty(validOptions, async (options) => {
        const token = await generateToken04(options as never)
        const { serverSecret, now, appId, userId, payload } = options
        const verified = await verifyToken04(token, { serverSecret, now, appId, userId })
        expect(verified.claims.ctime).toBe(now())
        expect(verified.claims.expire).toBe(now() + options.effectiveTimeInSeconds)
        expect(verified.mode).toBe(options.mode ?? 'gcm')
        const expected = typeof payload === 'string' && payload !== '' ? JSON.parse(payload) : payload
        expect(verified.payload).toEqual(expected ? expected : null)
        if (typeof payload === 'string') expect(verified.claims.payload).toBe(payload)
      }),
      RUNS
    )
  })

  test('what is sealed is what is decoded and what is read', async () => {
    const sealed = fc
      .record({ claims: anyClaims, mode })
      .chain(({ claims, mode }) => fc.record({ claims: fc.constant(claims), mode: fc.constant(mode), iv: ivFor(mode) }))
    await fc.assert(
      fc.asyncProperty(sealed, async ({ claims, mode, iv }) => {
        const token = await sealToken04(claims, { serverSecret: SECRET, mode, iv })
        const decoded = decodeToken04(token)
        expect([decoded.expire, decoded.mode, [...decoded.iv]]).toEqual([claims.expire, mode, [...iv]])
        expect(tokenOf(bytesOf(token))).toBe(token)
        if (claims.ctime > claims.expire - 1 || claims.ctime < 0 || claims.ctime > 99_999_999_999) return
        const verified = await verifyToken04(token, { serverSecret: SECRET, now: () => claims.ctime, validatePayload: false })
        expect(verified.claims).toEqual(claims)
      }),
      RUNS
    )
  })

  test('no GCM token is accepted after a change of one byte', async () => {
    const claims = { app_id: 1, user_id: 'demo', nonce: 1, ctime: NOW, expire: NOW + 60, payload: '' }
    await fc.assert(
      fc.asyncProperty(uint8Array(12), fc.nat(), fc.integer({ min: 1, max: 255 }), async (iv, position, flip) => {
        const bytes = bytesOf(await sealToken04(claims, { serverSecret: SECRET, mode: 'gcm', iv }))
        const index = position % bytes.length
        bytes[index] = (bytes[index] as number) ^ flip
        await refusal(() => verifyToken04(tokenOf(bytes), { serverSecret: SECRET, now }))
      }),
      RUNS
    )
  })

  test('any JSON value as options makes a token that verifies, or a Token04Error', async () => {
    const field = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined))
    const mutated = fc
      .tuple(
        validOptions,
        fc.dictionary(
          fc.constantFrom('appId', 'userId', 'serverSecret', 'effectiveTimeInSeconds', 'payload', 'mode', 'extra'),
          field,
          { maxKeys: 2 }
        )
      )
      .map(([valid, patch]) => ({ ...valid, ...patch }))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), mutated), async (options) => {
        const outcome = await generateToken04(options as never).catch((error: unknown) => error)
        if (typeof outcome !== 'string') {
          expect(outcome instanceof Token04Error).toBe(true)
          return
        }
        const { serverSecret, now } = options as never
        expect((await verifyToken04(outcome, { serverSecret, now })).claims.app_id).toBe((options as { appId: number }).appId)
      }),
      RUNS
    )
  })

  test('any text as a token is read or refused with a Token04Error', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String().map((base64) => `04${base64}`),
      fc.uint8Array({ maxLength: 200 }).map(tokenOf),
      fc.anything()
    )
    await fc.assert(
      fc.asyncProperty(texts, async (token) => {
        await refusal(() => verifyToken04(token as string, { serverSecret: SECRET, now }))
      }),
      RUNS
    )
  })
})
