import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createTokenListener } from '../../../src/http.js'
import { verifyToken04 } from '../../../src/index.js'
import { later, now, options, SECRET } from './support.js'

const servers: { close(): unknown; closeAllConnections?(): void }[] = []

afterEach(() => {
  vi.useRealTimers()
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.()
    server.close()
  }
})

async function listening<S extends Server>(server: S): Promise<number> {
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** The port of a server that answers with a listener of these options. */
const serve = (patch: object = {}) => listening(createServer(createTokenListener(options(patch))))

const urlOf = (port: number) => `http://127.0.0.1:${port}/token?x=1`

/** Whatever a server answers to these pieces, until it closes the connection. */
async function raw(port: number, ...pieces: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  for (const piece of pieces) socket.write(piece)
  return text(socket)
}

/** The first answer to these pieces, whether the connection is closed behind it or not. */
async function firstAnswer(port: number, ...pieces: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  for (const piece of pieces) socket.write(piece)
  let answer = ''
  // leaving the loop gives the socket up
  for await (const chunk of socket) {
    answer += chunk
    if (answer.endsWith('}}')) break
  }
  return answer
}

describe('the listener for Node.js', () => {
  test('answers as the handler does', async () => {
    const port = await serve({ authenticate: async (request: Request) => ({ userId: (await request.json()).name }) })
    const response = await fetch(urlOf(port), { method: 'POST', body: '{"name":"é"}' })
    const { token, renewInSeconds } = await response.json()
    expect((await verifyToken04(token, { serverSecret: SECRET, now })).claims.user_id).toBe('é')
    expect([response.status, renewInSeconds, response.headers.get('cache-control')]).toEqual([200, 3570, 'no-store'])

    const refused = await fetch(urlOf(port), { method: 'POST', body: '[]' })
    expect([refused.status, (await refused.json()).error.code]).toEqual([400, 'INVALID_BODY'])
  })

  test('keeps the connection for the next request, whatever the answer was', async () => {
    const port = await serve({ authenticate: () => null })
    const requests = [
      'GET / HTTP/1.1\r\nhost: x\r\n\r\n',
      'HEAD / HTTP/1.1\r\nhost: x\r\n\r\n',
      'OPTIONS / HTTP/1.1\r\nhost: x\r\n\r\n',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}',
      'POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'
    ]
    const answers = await raw(port, ...requests)
    expect([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['405', '405', '204', '401', '401'])
    expect(answers.match(/^connection: close/gim)).toHaveLength(1)
    expect(answers.match(/^www-authenticate: Bearer/gm)).toHaveLength(2)
    // 204 has no body, and HEAD none either
    expect(answers.match(/\{"error"/g)).toHaveLength(3)
  })

  test.each([
    ['declared', 'content-length: 100000\r\n\r\n', 413],
    ['sent in chunks', `transfer-encoding: chunked\r\n\r\n2000\r\n${'x'.repeat(0x2000)}\r\n`, 413]
  ])('refuses a body that is too large, %s, and closes', async (_how, rest, status) => {
    const port = await serve()
    const answer = await firstAnswer(port, `POST / HTTP/1.1\r\nhost: x\r\n${rest}`)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}`))
    expect(answer).toMatch(/^connection: close/im)
    expect(answer).toMatch(/BODY_TOO_LARGE/)
  })

  test('lets a client finish sending before it closes, so that the client gets to read the answer', async () => {
    const port = await serve()
    const response = await fetch(urlOf(port), { method: 'POST', body: 'x'.repeat(3_000_000) })
    expect([response.status, (await response.json()).error.code]).toEqual([413, 'BODY_TOO_LARGE'])
  })

  test('bounds the time for a body', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const reading = later<void>()
    const listener = createTokenListener(options({ bodyTimeoutInSeconds: 5 }))
    const port = await listening(
      createServer((request, response) => {
        listener(request, response)
        reading.resolve()
      })
    )
    const answer = raw(port, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n12')
    await reading.promise
    await vi.advanceTimersByTimeAsync(5000)
    // the second in which the client may still send
    await vi.advanceTimersByTimeAsync(1000)
    expect(await answer).toMatch(/^HTTP\/1\.1 408 .*BODY_TIMEOUT/s)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('gives up quietly where the client breaks off', async () => {
    const gone = later<void>()
    const answered = later<void>()
    const listener = createTokenListener(options())
    const port = await listening(
      createServer((request, response) => {
        request.on('close', gone.resolve)
        response.on('close', answered.resolve)
        listener(request, response)
      })
    )
    const socket = connect(port, '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n12', () => socket.destroy())
    await gone.promise
    await answered.promise
    expect((await fetch(urlOf(port), { method: 'POST' })).status).toBe(200)
  })

  test('tells authenticate that the client has gone', async () => {
    const aborted = later<void>()
    const began = later<void>()
    const authenticate = (_request: Request, { signal }: { signal: AbortSignal }) => {
      signal.addEventListener('abort', () => aborted.resolve())
      began.resolve()
      return new Promise<never>(() => {})
    }
    const port = await serve({ authenticate })
    const socket = connect(port, '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n')
    await began.promise
    socket.destroy()
    await aborted.promise
  })

  test('writes nothing where somebody else has answered', async () => {
    const listener = createTokenListener(options())
    const port = await listening(
      createServer((request, response) => {
        listener(request, response)
        response.end('taken')
      })
    )
    expect(await (await fetch(urlOf(port), { method: 'POST' })).text()).toBe('taken')
  })

  test.each([
    ['nothing', undefined, {}],
    ['an object', { name: 'x' }, { name: 'x' }],
    ['text', '{"name":"x"}', { name: 'x' }],
    ['bytes', Buffer.from('{"name":"x"}'), { name: 'x' }]
  ])('takes what a body parser left: %s', async (_what, body, expected) => {
    const seen = vi.fn()
    const authenticate = async (request: Request) => {
      seen(await request.json().catch(() => ({})))
      return null
    }
    const listener = createTokenListener(options({ authenticate }))
    const port = await listening(
      createServer(async (request, response) => {
        await text(request)
        listener(Object.assign(request, { body }), response)
      })
    )
    expect((await fetch(urlOf(port), { method: 'POST', body: '{}' })).status).toBe(401)
    expect(seen.mock.calls).toEqual([[expected]])
  })

  test('refuses what a body parser left where it is too large', async () => {
    const listener = createTokenListener(options())
    const port = await listening(
      createServer(async (request, response) => {
        await text(request)
        listener(Object.assign(request, { body: { text: 'x'.repeat(5000) } }), response)
      })
    )
    expect((await fetch(urlOf(port), { method: 'POST', body: '{}' })).status).toBe(413)
  })

  test('speaks HTTP/2', async () => {
    const seen = vi.fn()
    const authenticate = async (request: Request) => {
      seen(
        request.url,
        request.headers.get('x-a'),
        [...request.headers.keys()].filter((name) => name.startsWith(':'))
      )
      return { userId: (await request.json()).name as string }
    }
    const server = createHttp2Server(createTokenListener(options({ authenticate })))
    const port = await listening(server as unknown as Server)
    const client = connectHttp2(`http://127.0.0.1:${port}`)
    const ask = async (body: string) => {
      const stream = client.request({ ':method': 'POST', ':path': '/token', 'x-a': 'b' })
      stream.end(body)
      const [headers] = await once(stream, 'response')
      return [headers[':status'], JSON.parse(await text(stream))]
    }
    expect(await ask('{"name":"demo"}')).toEqual([200, expect.objectContaining({ renewInSeconds: 3570 })])
    expect(seen.mock.calls).toEqual([[`http://127.0.0.1:${port}/token`, 'b', []]])
    expect(await ask('x'.repeat(1_000_000))).toEqual([413, { error: expect.objectContaining({ code: 'BODY_TOO_LARGE' }) }])
    client.destroy()
  })
})
