import { expect, test } from 'vitest'
import { generateToken04Sync, parseKitToken, verifyToken04Sync } from '../../../src/sync.js'
import { cli } from '../../support/cli.js'
import { basic, NOW, now, SECRET } from '../../support/tokens.js'

const env = { ZEGO_SERVER_SECRET: SECRET, ZEGO_APP_ID: '1' }
const USER = ['--user-id', '演示#', '--room-id', 'room', '--user-name', '小明']
const token = generateToken04Sync(basic({ userId: '演示#' }))

test('a Kit Token is made of a token that is made for it', async () => {
  const { code, out, err } = await cli(['kit', 'make', ...USER, '--effective-time', '10m', '--mode', 'cbc'], { env })
  expect([code, err]).toEqual([0, ''])
  const kit = parseKitToken(out.trim())
  expect(kit).toMatchObject({ appId: 1, userId: '演示#', roomId: 'room', userName: '小明' })
  const { claims, mode } = verifyToken04Sync(kit.token, { serverSecret: SECRET, appId: 1, userId: '演示#', now })
  expect([claims.expire, mode]).toEqual([NOW + 600, 'cbc'])
})

test('a Kit Token is made of a token that is given, without a secret', async () => {
  const args = ['kit', 'make', '--app-id', '1', ...USER]
  expect(parseKitToken((await cli([...args, token])).out.trim()).token).toBe(token)
  expect(parseKitToken((await cli([...args, '-'], { stdin: `${token}\n` })).out.trim()).token).toBe(token)
  const { out } = await cli([...args, token, '--json'])
  expect(JSON.parse(out)).toEqual({ ok: true, token, kitToken: expect.stringMatching(/^04.*#/) })
})

test('a Kit Token is read', async () => {
  const { out: kitToken } = await cli(['kit', 'make', '--app-id', '1', ...USER, token])
  const { code, out, err } = await cli(['kit', 'read'], { stdin: kitToken })
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(
    /^appId {5}1\nuserId {4}演示#\nroomId {4}room\nuserName {2}小明\nexpire {4}1700003600 {2}.*expires in 1 h\nmode {6}GCM\ntoken {5}04/
  )
  const json = await cli(['kit', 'read', kitToken.trim(), '--json'])
  expect(JSON.parse(json.out)).toEqual({ ok: true, token, appId: 1, userId: '演示#', roomId: 'room', userName: '小明' })
})

test('what is no Kit Token is refused', async () => {
  const { code, out, err } = await cli(['kit', 'read', token])
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/^Refused: MALFORMED_TOKEN, at ZEGO 1102016\nThe Kit Token is malformed/)
  expect((await cli(['kit', 'make', ...USER, token.slice(0, 50)], { env })).code).toBe(1)
})

test('what a Kit Token cannot hold is wrong use', async () => {
  const make = (...args: string[]) => cli(['kit', 'make', ...USER, ...args, token], { env })
  expect(await make('--user-name', 'x'.repeat(257))).toMatchObject({ code: 2, err: expect.stringMatching(/userName must be/) })
  expect(await make('--room-id', '')).toMatchObject({ code: 2, err: expect.stringMatching(/roomId must be/) })
})
