import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { verifyToken04Sync } from '../../../src/sync.js'
import { cli } from '../../support/cli.js'
import { NOW, now, SECRET } from '../../support/tokens.js'

const env = { ZEGO_SERVER_SECRET: SECRET, ZEGO_APP_ID: '1' }

/** Serves while `use` runs, then interrupts. */
async function serving(args: string[], use: (url: string) => Promise<void>, isTTY = false) {
  let interrupt = () => {}
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve
  })
  let listening = (_url: string) => {}
  const url = new Promise<string>((resolve) => {
    listening = resolve
  })
  const onOut = (out: string) => listening(/http:\/\/\S*\/token/.exec(out)?.[0] as string)
  const ended = cli(['serve', '--port', '0', ...args], { env, isTTY, interrupted, onOut })
  try {
    // a command that fails at once serves nothing
    const started = await Promise.race([url, ended.then(({ err }) => new Error(err))])
    if (started instanceof Error) throw started
    await use(started)
  } finally {
    interrupt()
  }
  return ended
}

const post = (url: string, body: unknown, headers = {}) => fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })

/** The status of an answer to a request with these headers, which fetch would not send. */
async function statusFor(url: string, headers: Record<string, string>) {
  const asked = request(url, { method: 'POST', headers }).end('{"userId":"demo"}')
  const [response] = await once(asked, 'response')
  response.resume()
  return response.statusCode
}

test('who asks gets a token for the user that he names, and everybody is warned', async () => {
  const { code, out, err } = await serving(['--effective-time', '10m'], async (url) => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/token$/)
    const response = await post(url, { userId: 'demo', roomId: 'room', canPublish: true, streamIds: ['camera'], isAdmin: true })
    const { token, expire } = (await response.json()) as { token: string; expire: number }
    expect([response.status, expire]).toEqual([200, NOW + 600])
    const { claims, payload } = verifyToken04Sync(token, { serverSecret: SECRET, appId: 1, now })
    expect(claims.user_id).toBe('demo')
    expect(payload).toEqual({ room_id: 'room', privilege: { 1: 1, 2: 1 }, stream_id_list: ['camera'] })
  })
  expect(code).toBe(0)
  expect(out).toMatch(/^Listening\. Try: curl -d '\{"userId":"demo"\}' http:\/\/127\.0\.0\.1:\d+\/token\nCtrl-C ends it\.\n$/)
  expect(err).toMatch(/^FOR DEVELOPMENT ONLY: whoever reaches this port gets a token for any user that he names\.\n/)
})

test('the warning is loud, and in the language asked for', async () => {
  const { out, err } = await serving(['--lang', 'zh'], async () => {}, true)
  expect(err).toMatch(/^\u001b\[31m仅供开发：/)
  expect(out).toMatch(/^正在监听/)
})

test('with --json it says where it listens', async () => {
  const { out } = await serving(['--json', '--host', '::1'], async (url) =>
    expect((await post(url, { userId: 'x' })).status).toBe(200)
  )
  expect(JSON.parse(out)).toEqual({ ok: true, url: expect.stringMatching(/^http:\/\/\[::1\]:\d+\/token$/) })
})

test('what no token can be made of is refused, and told on stderr where the caller is not told', async () => {
  const { err } = await serving([], async (url) => {
    expect((await post(url, { userId: 5 })).status).toBe(400)
    expect((await post(url, 'no object')).status).toBe(400)
    expect((await post(url, { userId: 'demo', canPublish: true })).status).toBe(500)
    expect((await fetch(url)).status).toBe(405)
    expect((await fetch(`${url}/more`, { method: 'POST' })).status).toBe(404)
  })
  expect(err).toMatch(/the result of authenticate\(\) has the field "canPublish", but no roomId/)
})

test('only this machine is answered, by the names that are its own', async () => {
  await serving([], async (url) => {
    const { port } = new URL(url)
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, '[::1]', 'localhost']) {
      expect(await statusFor(url, { host }), host).toBe(200)
    }
    // a name that was made to point here
    for (const host of [`evil.example:${port}`, 'localhost.evil.example', 'constructor']) {
      expect(await statusFor(url, { host }), host).toBe(421)
    }
  })
})

test('a request that names no host at all is not for this machine', async () => {
  await serving([], async (url) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.end('POST /token HTTP/1.0\r\ncontent-length: 0\r\n\r\n')
    const [answer] = await once(socket.setEncoding('utf8'), 'data')
    expect(answer).toMatch(/^HTTP\/1\.1 421 /)
  })
})

test('pages of other origins read nothing, unless they are named', async () => {
  const origin = 'http://localhost:5173'
  const allowed = async (url: string, from: string) =>
    (await post(url, { userId: 'demo' }, { origin: from })).headers.get('access-control-allow-origin')
  await serving([], async (url) => expect(await allowed(url, origin)).toBeNull())
  await serving(['--cors-origin', 'http://other.example', '--cors-origin', origin], async (url) => {
    expect(await allowed(url, origin)).toBe(origin)
    expect(await allowed(url, 'http://third.example')).toBeNull()
  })
})

describe('2 with', () => {
  test.each<[string, string[], RegExp]>([
    ['another host', ['--host', '0.0.0.0'], /--host must be 127\.0\.0\.1, localhost or ::1/],
    ['a host that objects have', ['--host', 'constructor'], /--host must be/],
    ['every origin', ['--cors-origin', '*'], /cors\.origins\/0 must be an origin/],
    ['a port that is none', ['--port', '70000'], /70000/],
    ['a validity that is too long', ['--effective-time', '99d'], /effectiveTimeInSeconds must be at most/]
  ])('%s', async (_what, args, message) => {
    const { code, out, err } = await cli(['serve', ...args], { env })
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, err } = await cli(['serve', '--port', `${port}`], { env })
    other.close()
    expect([code, err]).toEqual([2, expect.stringMatching(/EADDRINUSE/)])
  })
})
