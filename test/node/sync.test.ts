import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as library from '../../src/index.js'
import * as sync from '../../src/sync.js'
import { RUNS } from '../support/runs.js'
import { basic, bytesOf, claims, MODES, now, OTHER_SECRET, refusal, SECRET, seal, tokenOf } from '../support/tokens.js'

describe.each(MODES)('zego-token04/sync with mode %s', (mode) => {
  test('makes tokens that both kinds of verifier read alike', async () => {
    const token = sync.generateToken04Sync(basic({ mode, payload: library.privilegePayload({ roomId: 'demo' }) }))
    const options = { serverSecret: [OTHER_SECRET, SECRET], now, roomId: 'demo' }
    const verified = sync.verifyToken04Sync(token, options)
    expect(verified.payload?.room_id).toBe('demo')
    expect(verified).toEqual(await library.verifyToken04(token, options))
  })

  test('refuses what the asynchronous functions refuse, with the same error', async () => {
    const bytes = bytesOf(await seal(claims(), mode))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (index, value) => {
        const changed = bytes.slice()
        changed[index] = value
        const token = tokenOf(changed)
        const outcome = (call: () => unknown) =>
          Promise.resolve()
            .then(call)
            .catch((error: library.Token04Error) => ({ ...error, message: error.message }))
        const options = { serverSecret: SECRET, now }
        expect(await outcome(() => sync.verifyToken04Sync(token, options))).toEqual(
          await outcome(() => library.verifyToken04(token, options))
        )
      }),
      RUNS
    )
  })

  test('throws rather than rejects', async () => {
    expect(() => sync.generateToken04Sync(basic({ mode, appId: 0 }))).toThrow(library.Token04Error)
    const token = await seal(claims(), mode)
    expect(() => sync.verifyToken04Sync(token, { serverSecret: OTHER_SECRET, now })).toThrow(/not made with this serverSecret/)
    expect((await refusal(() => sync.verifyToken04Sync('04', { serverSecret: SECRET }))).code).toBe('MALFORMED_TOKEN')
  })
})

test('diagnoseToken04Sync finds what diagnoseToken04 finds', async () => {
  const token = await seal(claims({ payload: '{}' }), 'cbc')
  for (const options of [
    { serverSecret: SECRET, now },
    { serverSecret: OTHER_SECRET, now, language: 'zh' },
    undefined,
    { appId: 'x' }
  ] as never[]) {
    for (const given of [token, `"${token}"`, '03', 5]) {
      expect(sync.diagnoseToken04Sync(given, options)).toEqual(await library.diagnoseToken04(given, options))
    }
  }
})

test('zego-token04/sync holds what needs no promise, too', () => {
  expect(sync.decodeToken04(sync.generateToken04Sync(basic())).mode).toBe('gcm')
  expect(sync.Token04Error).toBe(library.Token04Error)
})
