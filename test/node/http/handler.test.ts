import { afterEach, describe, expect, test, vi } from 'vitest'
import { createTokenHandler } from '../../../src/http.js'
import { importServerSecret, Token04Error, verifyToken04 } from '../../../src/index.js'
import { schema } from '../../support/schemas.js'
import { refusal } from '../../support/tokens.js'
import { ask, later, NOW, now, options, SECRET, streamed } from './support.js'

afterEach(() => vi.useRealTimers())

/** Status and code of an answer, whose shape, type and headers are always the same. */
async function outcome(response: Response): Promise<[status: number, code: string]> {
  const body = await response.json()
  expect(schema('token-answer')(body)).toBe(true)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  return [response.status, body.error?.code ?? 'token']
}

const answerOf = async (patch: object, request = ask()) => outcome(await createTokenHandler(options(patch))(request))

async function payloadOf(patch: object, request = ask()) {
  const { token } = await (await createTokenHandler(options(patch))(request)).json()
  return (await verifyToken04(token, { serverSecret: SECRET, now })).claims.payload
}

describe('a good request', () => {
  test('is answered with a token, its expiry, and when to renew it', async () => {
    const response = await createTokenHandler(options())(ask())
    const answer = await response.clone().json()
    expect(answer).toEqual({ token: expect.any(String), expire: NOW + 3600, renewInSeconds: 3570 })
    const { claims, mode } = await verifyToken04(answer.token, { serverSecret: SECRET, now })
    expect(claims).toMatchObject({ app_id: 1, user_id: 'demo', ctime: NOW, expire: NOW + 3600, payload: '' })
    expect(mode).toBe('gcm')
    expect(await outcome(response)).toEqual([200, 'token'])
  })

  test('gets the validity, the mode and the secret that were configured', async () => {
    const handler = createTokenHandler(
      options({ effectiveTimeInSeconds: 20, mode: 'cbc', serverSecret: importServerSecret(SECRET) })
    )
    const { token, expire, renewInSeconds } = await (await handler(ask())).json()
    expect([expire, renewInSeconds]).toEqual([NOW + 20, 0])
    expect((await verifyToken04(token, { serverSecret: SECRET, now })).mode).toBe('cbc')
  })

  test('gets a privilege token where authenticate names a room', async () => {
    const user = { userId: 'demo', roomId: 'lobby' }
    const allowing = { ...user, canLogin: true, canPublish: true, streamIds: ['a'] }
    expect(await payloadOf({ authenticate: () => user })).toBe(
      '{"room_id":"lobby","privilege":{"1":1,"2":0},"stream_id_list":null}'
    )
    expect(await payloadOf({ authenticate: async () => allowing })).toBe(
      '{"room_id":"lobby","privilege":{"1":1,"2":1},"stream_id_list":["a"]}'
    )
  })

  test('takes nothing from its body but what authenticate reads there', async () => {
    const body = JSON.stringify({
      appId: 2,
      userId: 'evil',
      roomId: 'lobby',
      effectiveTimeInSeconds: 1e6,
      payload: 'x',
      canPublish: true
    })
    const response = await createTokenHandler(options())(ask({ body }))
    const { token, expire } = await response.json()
    expect(expire).toBe(NOW + 3600)
    const { claims } = await verifyToken04(token, { serverSecret: SECRET, now })
    expect(claims).toMatchObject({ app_id: 1, user_id: 'demo', payload: '' })
  })

  test('is handed to authenticate with its headers and body', async () => {
    const seen = vi.fn()
    const authenticate = async (request: Request) => {
      seen(request.method, request.url, request.headers.get('authorization'), await request.json(), await request.text())
      return { userId: 'demo' }
    }
    await answerOf({ authenticate }, ask({ headers: { authorization: 'Bearer x' }, ...streamed('{"room', 'Id":"é"}') }))
    expect(seen.mock.calls).toEqual([['POST', 'https://example.com/token', 'Bearer x', { roomId: 'é' }, '{"roomId":"é"}']])
  })
})

describe('the option payload', () => {
  const payload = { room_id: 'hall', privilege: { 1: 1 }, stream_id_list: null } as const
  const text = '{"room_id":"hall","privilege":{"1":1},"stream_id_list":null}'

  test('may be the same for everyone', async () => {
    for (const given of [payload, text]) expect(await payloadOf({ payload: given })).toBe(text)
    expect(await payloadOf({ payload: '' })).toBe('')
  })

  test('may be a function of the user', async () => {
    const authenticate = () => ({ userId: 'demo', roomId: 'hall' })
    expect(
      await payloadOf({ authenticate, payload: async ({ roomId }: { roomId: string }) => ({ ...payload, room_id: roomId }) })
    ).toBe(text)
    expect(await payloadOf({ payload: () => '' })).toBe('')
  })

  test('is reported where a function forgets to answer: that must not open every room', async () => {
    const onError = vi.fn()
    expect(await answerOf({ payload: () => undefined, onError })).toEqual([500, 'INTERNAL_ERROR'])
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: 'INVALID_OPTION', message: expect.stringContaining('payload()') })
  })

  test('and a roomId refuse each other', async () => {
    const onError = vi.fn()
    const authenticate = () => ({ userId: 'demo', roomId: 'lobby' })
    expect(await answerOf({ payload, authenticate, onError })).toEqual([500, 'INTERNAL_ERROR'])
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ message: expect.stringMatching(/"roomId", beside the option payload/) })
  })
})

describe('who is refused', () => {
  test.each([null, undefined])('nobody, for whom authenticate answers %s', async (nobody) => {
    const response = await createTokenHandler(options({ authenticate: () => nobody }))(ask())
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await outcome(response)).toEqual([401, 'UNAUTHENTICATED'])
  })

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'QUERY'])('%s', async (method) => {
    const authenticate = vi.fn()
    const response = await createTokenHandler(options({ authenticate }))(ask({ method }))
    expect(response.headers.get('allow')).toBe('POST, OPTIONS')
    expect(await outcome(response)).toEqual([405, 'METHOD_NOT_ALLOWED'])
    expect(authenticate).not.toHaveBeenCalled()
  })

  test('HEAD, without a body', async () => {
    const response = await createTokenHandler(options())(ask({ method: 'HEAD' }))
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([405, 'POST, OPTIONS', ''])
  })

  test.each([
    ['declared', { body: 'x'.repeat(4097) }],
    ['sent without saying so', streamed('x'.repeat(4096), 'x')],
    ['declared to be shorter', { ...streamed('x'.repeat(5000)), headers: { 'content-length': '5' } }]
  ])('a body of more than 4 KiB, %s', async (_how, init) => {
    const authenticate = vi.fn()
    expect(await answerOf({ authenticate }, ask(init))).toEqual([413, 'BODY_TOO_LARGE'])
    expect(authenticate).not.toHaveBeenCalled()
  })

  test('nobody for a body of exactly 4 KiB', async () => {
    expect(await answerOf({}, ask({ body: 'x'.repeat(4096) }))).toEqual([200, 'token'])
    expect(await answerOf({}, ask(streamed('x'.repeat(4096))))).toEqual([200, 'token'])
  })

  test.each([['{'], ['null'], ['[]'], ['"text"'], ['7'], [''], [new Uint8Array([0x7b, 0xff, 0x7d])]])(
    'a body that is no JSON object, where authenticate wants one: %s',
    async (body) => {
      const onError = vi.fn()
      const authenticate = async (request: Request) => ({ userId: (await request.json()).userId })
      expect(await answerOf({ authenticate, onError }, ask({ body }))).toEqual([400, 'INVALID_BODY'])
      expect(onError).not.toHaveBeenCalled()
    }
  )

  test('a body that breaks off', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('the connection is gone'))
      }
    })
    expect(await answerOf({}, ask({ body, duplex: 'half' }))).toEqual([400, 'INVALID_BODY'])
  })

  test('a body that does not end, after a while; what is left of it is let go', async () => {
    vi.useFakeTimers()
    const cancel = vi.fn()
    const answer = answerOf({ bodyTimeoutInSeconds: 3 }, ask({ body: new ReadableStream({ cancel }), duplex: 'half' }))
    await vi.advanceTimersByTimeAsync(2999)
    expect(cancel).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toEqual([408, 'BODY_TIMEOUT'])
    expect(cancel).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    ['a user', { userId: 'u'.repeat(65) }, 'INVALID_USER_ID'],
    ['a user that is no text', { userId: 7 }, 'INVALID_USER_ID'],
    ['a room', { userId: 'demo', roomId: '' }, 'INVALID_PAYLOAD'],
    ['a stream', { userId: 'demo', roomId: 'r', streamIds: [''] }, 'INVALID_PAYLOAD'],
    ['so many streams', { userId: 'demo', roomId: 'r', streamIds: Array(300).fill('x'.repeat(256)) }, 'TOKEN_TOO_LARGE']
  ])('%s that no token can be made for; the server’s people hear why', async (_what, user, code) => {
    const onError = vi.fn()
    expect(await answerOf({ authenticate: () => user, onError })).toEqual([400, 'INVALID_USER'])
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code }), expect.any(Request))
  })
})

describe('a mistake of the server', () => {
  test.each([
    [
      'throws',
      () => {
        throw new Error(`no such table; secret ${SECRET}`)
      }
    ],
    ['rejects', () => Promise.reject(new Token04Error('INVALID_USER_ID', `of another ${SECRET}`))],
    [
      'throws what is no error',
      () => {
        throw undefined
      }
    ]
  ])('is answered without its text where authenticate %s, and is reported', async (_how, authenticate) => {
    const onError = vi.fn()
    const response = await createTokenHandler(options({ authenticate, onError }))(ask())
    expect(await response.clone().text()).toBe('{"error":{"code":"INTERNAL_ERROR","message":"The server failed."}}')
    expect(await outcome(response)).toEqual([500, 'INTERNAL_ERROR'])
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(Error), expect.any(Request))
  })

  test.each([
    [
      'rights without a room, which would be a token for every room',
      { userId: 'demo', canPublish: false },
      /"canPublish", but no roomId/
    ],
    ['a misspelt field', { userId: 'demo', roomID: 'lobby' }, /unknown field "roomID"/],
    ['no object', 'demo', /must be an object/],
    ['a wish that is no boolean', { userId: 'demo', roomId: 'r', canPublish: 1 }, /canPublish must be true or false/]
  ])('is reported where authenticate answers with %s', async (_what, user, message) => {
    const onError = vi.fn()
    expect(await answerOf({ authenticate: () => user, onError })).toEqual([500, 'INTERNAL_ERROR'])
    const [error, request] = onError.mock.calls[0] as [Token04Error, Request]
    expect([error.code, error.message]).toEqual(['INVALID_OPTION', expect.stringMatching(message)])
    expect(request.url).toBe('https://example.com/token')
  })

  test('is reported where the body was read before', async () => {
    const onError = vi.fn()
    const request = ask({ body: '{}' })
    await request.text()
    expect(await answerOf({ onError }, request)).toEqual([500, 'INTERNAL_ERROR'])
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ message: expect.stringContaining('was read before') })
  })

  test('is answered all the same where onError fails, or is not there', async () => {
    const authenticate = () => {
      throw new Error('of authenticate')
    }
    const failing = [
      () => {
        throw new Error('of onError')
      },
      async () => Promise.reject(new Error('of onError')),
      undefined
    ]
    for (const onError of failing) expect(await answerOf({ authenticate, onError })).toEqual([500, 'INTERNAL_ERROR'])
  })
})

describe('an authenticate that hangs', () => {
  test('is given up after a while, told so, and reported', async () => {
    vi.useFakeTimers()
    const onError = vi.fn()
    let signal: AbortSignal | undefined
    const authenticate = (_request: Request, context: { signal: AbortSignal }) => {
      signal = context.signal
      return new Promise<never>(() => {})
    }
    const answer = answerOf({ authenticate, onError, authenticateTimeoutInSeconds: 2 })
    await vi.advanceTimersByTimeAsync(1999)
    expect(signal?.aborted).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toEqual([503, 'AUTHENTICATION_TIMEOUT'])
    expect(signal?.aborted).toBe(true)
    expect(onError).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('does no harm when it ends after all', async () => {
    vi.useFakeTimers()
    const slow = later<never>()
    const answer = answerOf({ authenticate: () => slow.promise, authenticateTimeoutInSeconds: 1 })
    await vi.advanceTimersByTimeAsync(1000)
    expect(await answer).toEqual([503, 'AUTHENTICATION_TIMEOUT'])
    slow.reject(new Error('too late'))
    await vi.advanceTimersByTimeAsync(0)
  })

  test('is told when the client has gone, also where it asks for the signal afterwards', async () => {
    const gone = new AbortController()
    const began = later<void>()
    const ended = later<void>()
    const aborted: boolean[] = []
    const authenticate = async (_request: Request, context: { signal: AbortSignal }) => {
      began.resolve()
      await ended.promise
      aborted.push(context.signal.aborted)
      return null
    }
    const answer = createTokenHandler(options({ authenticate }))(ask({ signal: gone.signal }))
    await began.promise
    gone.abort()
    ended.resolve()
    expect((await answer).status).toBe(401)
    expect(aborted).toEqual([true])
  })

  test('leaves no timer behind where it answers in time', async () => {
    vi.useFakeTimers()
    expect(await answerOf({}, ask({ body: '{}' }))).toEqual([200, 'token'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the options', () => {
  test.each([
    ['no secret', { serverSecret: undefined }, 'INVALID_SERVER_SECRET'],
    ['an AppSign', { serverSecret: 'a'.repeat(64) }, 'INVALID_SERVER_SECRET'],
    ['a wrong AppID', { appId: 0 }, 'INVALID_APP_ID'],
    ['milliseconds', { effectiveTimeInSeconds: 3_600_000 }, 'INVALID_EFFECTIVE_TIME'],
    ['a wrong mode', { mode: 'ecb' }, 'INVALID_OPTION'],
    ['a wrong payload', { payload: { room_id: '' } }, 'INVALID_PAYLOAD'],
    ['no authenticate', { authenticate: undefined }, 'INVALID_OPTION'],
    ['an authenticate that is none', { authenticate: { userId: 'demo' } }, 'INVALID_OPTION'],
    ['an onError that is none', { onError: 'log' }, 'INVALID_OPTION'],
    ['a time of 0', { authenticateTimeoutInSeconds: 0 }, 'INVALID_OPTION'],
    ['a time that is too long', { bodyTimeoutInSeconds: 3601 }, 'INVALID_OPTION'],
    ['a clock that is none', { now: 7 }, 'INVALID_OPTION'],
    ['an unknown field', { userId: 'demo' }, 'INVALID_OPTION']
  ])('are refused at once: %s', async (_what, patch, code) => {
    expect((await refusal(() => createTokenHandler(options(patch)))).code).toBe(code)
  })

  test('may leave out what has a default', async () => {
    const { status } = await createTokenHandler({ appId: 1, serverSecret: SECRET, authenticate: () => ({ userId: 'demo' }) })(
      ask()
    )
    expect(status).toBe(200)
  })
})
