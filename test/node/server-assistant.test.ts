import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { build, hostile } from '../../fuzz/hostile.js'
import * as library from '../../src/index.js'
import { generateToken04, ServerAssistantError } from '../../src/server-assistant.js'
import { generateToken04Sync } from '../../src/sync.js'
import { RUNS } from '../support/runs.js'
import { MODES, NOW, SECRET } from '../support/tokens.js'

const PAYLOAD = JSON.stringify({ room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null })
const generateAny = generateToken04 as (...given: unknown[]) => string

/** The expiry of a token that was made, or what was thrown. */
function outcome(call: () => string): number | library.Token04Error {
  try {
    return library.decodeToken04(call()).expire
  } catch (error) {
    return error as library.Token04Error
  }
}

function thrownBy(call: () => unknown): ServerAssistantError {
  try {
    call()
  } catch (error) {
    return error as ServerAssistantError
  }
  throw new Error('was not refused')
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('generateToken04 of zego-token04/server-assistant', () => {
  test('takes ZEGO’s arguments in ZEGO’s order, and answers at once', () => {
    const token: string = generateToken04(1, 'demo', SECRET, 3600, PAYLOAD)
    expect(library.decodeToken04(token)).toMatchObject({ version: '04', mode: 'gcm', expire: NOW + 3600 })
  })

  test('makes what the main entry makes: the token verifies, and opens to the same claims', async () => {
    const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 16 }).filter((text) => !/[\0-\x1f\x7f]/.test(text))
    const payloads = fc
      .record({
        room_id: id,
        privilege: fc.record({ 1: fc.constantFrom(0, 1), 2: fc.constantFrom(0, 1) }, { requiredKeys: ['1'] }),
        stream_id_list: fc.oneof(fc.constant(null), fc.uniqueArray(id))
      })
      .chain((payload) => fc.constantFrom(payload as library.RtcRoomPayload, JSON.stringify(payload), '', undefined))
    const inputs = fc.record({
      appId: fc.integer({ min: 1, max: 4_294_967_295 }),
      userId: id,
      effectiveTimeInSeconds: fc.integer({ min: 1, max: 2_073_600 }),
      payload: payloads,
      mode: fc.option(fc.constantFrom(...MODES), { nil: undefined })
    })
    const secrets = [SECRET, library.importServerSecret(SECRET)]
    await fc.assert(
      fc.asyncProperty(inputs, fc.constantFrom(...secrets), async (given, secret) => {
        const { appId, userId, effectiveTimeInSeconds, payload, mode } = given
        const token = generateToken04(appId, userId, secret, effectiveTimeInSeconds, payload, mode && { mode })
        const other = await library.generateToken04({ ...given, serverSecret: secret })
        const [ours, theirs] = await Promise.all(
          [token, other].map((text) => library.verifyToken04(text, { serverSecret: SECRET, appId, userId }))
        )
        // the one claim that is random
        expect({ ...ours, claims: { ...ours?.claims, nonce: 0 } }).toEqual({
          ...theirs,
          claims: { ...theirs?.claims, nonce: 0 }
        })
        expect(ours?.claims.expire).toBe(NOW + effectiveTimeInSeconds)
      }),
      RUNS
    )
  })

  test('refuses what the main entry refuses, with its code and text, in ZEGO’s shape and without the secret', () => {
    const names = ['appId', 'userId', 'serverSecret', 'effectiveTimeInSeconds', 'payload'] as const
    const right = { appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 3600, payload: PAYLOAD }
    const known = [undefined, '', SECRET, SECRET.repeat(2), `${SECRET} `, -1, 1.5, 2 ** 32, '3600', null, { room_id: SECRET }]
    // made anew for each call: some change when they are read
    const values = fc.oneof(
      fc.constantFrom(...known).map((value) => () => value as unknown),
      hostile(['room_id']).map((recipe) => () => build(recipe))
    )
    let refused = 0
    fc.assert(
      fc.property(fc.constantFrom(...names), values, (name, value) => {
        const options = () => ({ ...right, [name]: value() }) as library.GenerateOptions
        const ours = outcome(() => generateAny(...Object.values(options())))
        const theirs = outcome(() => generateToken04Sync(options()))
        if (typeof theirs === 'number') {
          expect(ours).toBe(theirs)
          return
        }
        refused++
        const { code, errorCode, message } = theirs
        expect(ours).toBeInstanceOf(Error)
        expect(ours).toBeInstanceOf(ServerAssistantError)
        expect(ours).toMatchObject({ code, errorCode, message, errorMessage: message })
        const { stack } = ours as ServerAssistantError
        expect(`${stack}${JSON.stringify(ours)}${inspect(ours, { showHidden: true })}`).not.toContain(SECRET)
      }),
      RUNS
    )
    expect(refused).toBeGreaterThan(RUNS.numRuns / 4)
  })

  test('takes a mode as its sixth argument, and nothing else', () => {
    const withOptions = (options: unknown) => () => generateAny(1, 'demo', SECRET, 3600, '', options)
    for (const mode of MODES) expect(library.decodeToken04(withOptions({ mode })()).mode).toBe(mode)
    for (const options of [undefined, {}, { mode: undefined }]) {
      expect(library.decodeToken04(withOptions(options)()).mode).toBe('gcm')
    }
    for (const options of [null, 'cbc', { mode: 'ecb' }, { mode: null }, { now: () => 0 }]) {
      expect(thrownBy(withOptions(options))).toMatchObject({ code: 'INVALID_OPTION', errorCode: -1 })
    }
  })

  test('passes on what is no error of the library', () => {
    vi.useRealTimers()
    const broken = new RangeError('the clock of the platform is broken')
    vi.spyOn(Date, 'now').mockImplementationOnce(() => {
      throw broken
    })
    expect(thrownBy(() => generateToken04(1, 'demo', SECRET, 3600))).toBe(broken)
  })
})

describe('ServerAssistantError', () => {
  test('shows the fields of ZEGO’s to whoever prints, copies or serialises it', () => {
    const error = thrownBy(() => generateToken04(0, 'demo', SECRET, 3600))
    const { errorCode, errorMessage } = error
    expect(errorCode).toBe(1)
    expect(JSON.parse(JSON.stringify(error))).toEqual({ code: 'INVALID_APP_ID', errorCode, errorMessage })
    expect({ ...error }).toMatchObject({ errorCode, errorMessage })
  })

  test('is a Token04Error, but not every Token04Error is one', () => {
    const error = thrownBy(() => generateToken04(1, '', SECRET, 3600))
    expect(error).toBeInstanceOf(library.Token04Error)
    const others = [
      thrownBy(() => library.decodeToken04('')),
      new Error('other'),
      { errorCode: 1, errorMessage: '' },
      null,
      'text'
    ]
    for (const other of others) expect(other instanceof ServerAssistantError).toBe(false)
  })
})
