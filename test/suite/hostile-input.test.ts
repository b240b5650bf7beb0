import { describe, expect, test } from 'vitest'
import * as library from '../../src/index.js'
import { sealToken04 } from '../../src/testing.js'
import { basic, claims, MODES, now, refusal, SECRET, seal } from '../support/tokens.js'

const payload = () => ({ room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: ['a'] })

function throwing(field: string, target: object): object {
  return Object.defineProperty(target, field, {
    enumerable: true,
    get() {
      throw new Error(`leak of ${SECRET}`)
    }
  })
}

const everyTrap = new Proxy(
  {},
  {
    get(_target, trap) {
      return () => {
        throw new Error(`${String(trap)} leaks ${SECRET}`)
      }
    }
  }
)
const hostile = () => new Proxy({}, everyTrap)
const hostileArray = () => new Proxy([], everyTrap)
const throwingClock = () => {
  throw new Error(`leak of ${SECRET}`)
}
function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

const calls: [string, (bad: unknown) => unknown][] = [
  ['generateToken04', (bad) => library.generateToken04(bad as never)],
  ...Object.keys(basic()).map((field): [string, (bad: unknown) => unknown] => [
    `generateToken04 with ${field}`,
    (bad) => library.generateToken04(basic({ [field]: bad }))
  ]),
  ['generateToken04 with payload', (bad) => library.generateToken04(basic({ payload: bad }))],
  ['generateToken04 with mode', (bad) => library.generateToken04(basic({ mode: bad }))],
  ['generateToken04 with privilege', (bad) => library.generateToken04(basic({ payload: { ...payload(), privilege: bad } }))],
  ['generateToken04 with streams', (bad) => library.generateToken04(basic({ payload: { ...payload(), stream_id_list: bad } }))],
  [
    'generateToken04 with a stream',
    (bad) => library.generateToken04(basic({ payload: { ...payload(), stream_id_list: [bad] } }))
  ],
  ['verifyToken04', (bad) => library.verifyToken04(bad as never, { serverSecret: SECRET })],
  ['verifyToken04 with options', (bad) => library.verifyToken04('04', bad as never)],
  ['verifyToken04 with a secret', (bad) => library.verifyToken04('04', { serverSecret: bad as never })],
  ['verifyToken04 with a list', (bad) => library.verifyToken04('04', { serverSecret: [bad as never] })],
  ['verifyToken04 with modes', (bad) => library.verifyToken04('04', { serverSecret: SECRET, modes: bad as never })],
  ['decodeToken04', (bad) => library.decodeToken04(bad as never)],
  ['authorize', (bad) => library.authorize(bad as never, { action: 'login', roomId: 'demo' })],
  ['authorize with a request', (bad) => library.authorize({ claims: claims(), payload: null } as never, bad as never)],
  ['importServerSecret', (bad) => library.importServerSecret(bad as never)],
  ['privilegePayload', (bad) => library.privilegePayload(bad as never)],
  ['secondsUntilRenewal', (bad) => library.secondsUntilRenewal('04', bad as never)],
  ['sealToken04', (bad) => sealToken04(bad as never, { serverSecret: SECRET, mode: 'gcm', iv: new Uint8Array(12) })],
  ['sealToken04 with options', (bad) => sealToken04(claims(), bad as never)],
  ['sealToken04 with iv', (bad) => sealToken04(claims(), { serverSecret: SECRET, mode: 'gcm', iv: bad as never })]
]

describe('hostile input', () => {
  test.each(calls)('%s answers proxies and getters that throw with a Token04Error that quotes nothing', async (_name, call) => {
    const inputs = [hostile(), hostileArray(), revoked({}), revoked([]), revoked(() => 0), Symbol('s'), () => hostile()]
    for (const input of inputs) {
      const error = await refusal(() => call(input))
      expect(`${error.message}${error.stack}${String(error.cause)}`).not.toContain(SECRET)
    }
  })

  test('a getter that throws is refused wherever it stands', async () => {
    for (const field of Object.keys(basic())) {
      const error = await refusal(() => library.generateToken04(throwing(field, basic()) as never))
      expect(error).toMatchObject({ code: 'INVALID_OPTION' })
      expect(error.message).not.toContain(SECRET)
    }
    for (const field of ['room_id', 'privilege', 'stream_id_list']) {
      const error = await refusal(() => library.generateToken04(basic({ payload: throwing(field, payload()) })))
      expect(error.code).toBe('INVALID_PAYLOAD')
    }
    const error = await refusal(() =>
      library.generateToken04(
        basic({
          now: () => {
            throw new Error(SECRET)
          }
        })
      )
    )
    expect(error.message).not.toContain(SECRET)
  })

  test('what is checked is what is written, even where a getter answers differently each time', async () => {
    let reads = 0
    const shifting = {
      ...basic(),
      get userId() {
        reads++
        return reads === 1 ? 'demo' : 'evil\0'
      },
      payload: {
        ...payload(),
        get room_id() {
          reads++
          return reads === 2 ? 'demo' : ''
        }
      }
    }
    const { claims, payload: written } = await library.verifyToken04(await library.generateToken04(shifting as never), {
      serverSecret: SECRET,
      now
    })
    expect(claims.user_id).toBe('demo')
    expect(written?.room_id).toBe('demo')
    expect(reads).toBe(2)
  })

  test('the objects of the caller are neither changed nor kept', async () => {
    const options = basic({ payload: Object.freeze({ ...payload(), privilege: Object.freeze({ 1: 1 }) }) })
    const before = JSON.stringify(options)
    const token = await library.generateToken04(Object.freeze(options))
    expect(JSON.stringify(options)).toBe(before)
    const verified = await library.verifyToken04(
      token,
      Object.freeze({ serverSecret: SECRET, now, modes: Object.freeze(MODES.slice()) })
    )
    expect(verified.payload).not.toBe(options.payload)
  })

  test.each([
    ['now', 'INVALID_OPTION', () => library.generateToken04(basic({ now: throwingClock }))],
    ['payload', 'INVALID_PAYLOAD', () => library.generateToken04(basic({ payload: hostile() }))],
    ['modes', 'INVALID_OPTION', () => library.verifyToken04('04', { serverSecret: SECRET, modes: revoked([]) as never })],
    ['serverSecret', 'INVALID_OPTION', () => library.verifyToken04('04', { serverSecret: revoked([]) as never })]
  ])('%s that cannot be read is refused by its name, with %s', async (name, code, call) => {
    const error = await refusal(call)
    expect(error.message).toBe(`${name} could not be read: a getter, proxy or function of it threw.`)
    expect(error.code).toBe(code)
  })

  test('a polluted prototype fills in no option, claim or privilege', async () => {
    const pollution = {
      mode: 'cbc',
      payload: 'x',
      maxEffectiveTimeInSeconds: 1,
      room_id: 'evil',
      stream_id_list: ['evil'],
      validatePayload: false,
      1: 1
    }
    for (const [key, value] of Object.entries(pollution)) {
      Object.defineProperty(Object.prototype, key, { value, configurable: true, enumerable: true, writable: true })
    }
    try {
      const token = await library.generateToken04(basic())
      expect(library.decodeToken04(token).mode).toBe('gcm')
      const verified = await library.verifyToken04(token, { serverSecret: SECRET, now })
      expect(verified.claims.payload).toBe('')
      expect((await refusal(() => library.generateToken04(basic({ payload: { privilege: { 1: 1 } } })))).code).toBe(
        'INVALID_PAYLOAD'
      )
      const privileged = await library.generateToken04(basic({ payload: { room_id: 'demo', privilege: { 2: 1 } } }))
      const { claims: written } = await library.verifyToken04(privileged, { serverSecret: SECRET, now, validatePayload: false })
      expect(written.payload).toBe('{"room_id":"demo","privilege":{"2":1}}')
      const unvalidated = await seal({ app_id: 1, user_id: 'demo', nonce: 1, ctime: now(), expire: now() + 1 }, 'gcm')
      expect((await library.verifyToken04(unvalidated, { serverSecret: SECRET, now })).claims.payload).toBe('')
      const denied = { claims: { payload: 'x' }, payload: { room_id: 'demo', privilege: { 2: 1 } } }
      expect(library.authorize(denied as never, { action: 'login', roomId: 'demo' })).toMatchObject({ code: 'LOGIN_DENIED' })
    } finally {
      for (const key of Object.keys(pollution)) delete (Object.prototype as Record<string, unknown>)[key]
    }
  })

  test('nothing is printed', async () => {
    const printed: unknown[] = []
    const methods = ['log', 'info', 'debug', 'warn', 'error', 'trace'] as const
    const originals = methods.map((method) => console[method])
    for (const method of methods) console[method] = (...values: unknown[]) => void printed.push(values)
    try {
      const token = await library.generateToken04(basic())
      await library.verifyToken04(token, { serverSecret: SECRET, now })
      await refusal(() => library.generateToken04(basic({ appId: 0 })))
      await refusal(() => library.verifyToken04(`${token}x`, { serverSecret: SECRET, now }))
    } finally {
      methods.forEach((method, index) => {
        console[method] = originals[index] as typeof console.log
      })
    }
    expect(printed).toEqual([])
  })
})
