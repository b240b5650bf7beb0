import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeToken04, verifyToken04Sync } from '../../../src/sync.js'
import { cli, typing } from '../../support/cli.js'
import { NOW, now, SECRET } from '../../support/tokens.js'

const env = { ZEGO_SERVER_SECRET: SECRET, ZEGO_APP_ID: '1' }
const generate = (...args: string[]) => cli(['generate', '--user-id', 'demo', ...args], { env })
const verify = (token: string) => verifyToken04Sync(token.trim(), { serverSecret: SECRET, appId: 1, userId: 'demo', now })

test('a token, and nothing else, goes to stdout', async () => {
  const { code, out, err } = await cli(['generate', '--app-id', '1', '--user-id', 'demo'], {
    env: { ZEGO_SERVER_SECRET: SECRET }
  })
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^04[A-Za-z0-9+/]+=*\n$/)
  expect(verify(out)).toMatchObject({ payload: null, mode: 'gcm', claims: { ctime: NOW, expire: NOW + 3600 } })
})

test('the AppID of an argument goes before that of the environment', async () => {
  const { out } = await cli(['generate', '--app-id', '1', '--user-id', 'demo'], { env: { ...env, ZEGO_APP_ID: '2' } })
  expect(verify(out).claims.app_id).toBe(1)
})

test.each([
  ['90', 90],
  ['90s', 90],
  ['30m', 1800],
  ['1h', 3600],
  ['7d', 604_800]
])('%s is %d seconds', async (duration, seconds) => {
  const { out } = await generate('--effective-time', duration, '--mode', 'cbc')
  expect(decodeToken04(out.trim())).toMatchObject({ expire: NOW + seconds, mode: 'cbc' })
})

test.each<[string[], object]>([
  [['--room-id', 'room'], { room_id: 'room', privilege: { 1: 1, 2: 0 }, stream_id_list: null }],
  [
    ['--room-id', 'room', '--can-publish', '--stream-id', 'a', '--stream-id', 'b'],
    { room_id: 'room', privilege: { 1: 1, 2: 1 }, stream_id_list: ['a', 'b'] }
  ],
  [
    ['--room-id', 'room', '--no-can-login', '--no-can-publish'],
    { room_id: 'room', privilege: { 1: 0, 2: 0 }, stream_id_list: null }
  ],
  [['--payload', '{"room_id":"room","privilege":{"2":1}}'], { room_id: 'room', privilege: { 2: 1 } }]
])('%j is the payload %j', async (args, payload) => {
  expect(verify((await generate(...args)).out).payload).toEqual(payload)
})

test('the payload may be that of a file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'token04-')), 'payload.json')
  writeFileSync(file, '{"room_id":"room","privilege":{"1":1}}\r\n')
  expect(verify((await generate('--payload', `@${file}`)).out).claims.payload).toBe('{"room_id":"room","privilege":{"1":1}}')
})

test('with --json the answer says what was made', async () => {
  const { token, ...rest } = JSON.parse((await generate('--json', '--room-id', 'room')).out)
  expect(verify(token).payload).toEqual(rest.payload)
  expect(rest).toEqual({
    ...{ ok: true, appId: 1, userId: 'demo', mode: 'gcm', expire: NOW + 3600, expiresAt: '2023-11-14T23:13:20.000Z' },
    payload: { room_id: 'room', privilege: { 1: 1, 2: 0 }, stream_id_list: null }
  })
  expect(JSON.parse((await generate('--json')).out).payload).toBeNull()
})

test('a summary is for people: on a terminal, beside the token, and not with --json', async () => {
  const args = ['generate', '--user-id', 'de\u202emo']
  const basic = await cli(args, { env, isTTY: true })
  expect(basic.err).toMatch(/^For user de\\u\{202e\}mo, GCM; 2023-11-14 23:13:20 UTC \(.*\), expires in 1 h\n$/)
  expect((await cli([...args, '--room-id', 'room'], { env, isTTY: true })).err).toMatch(/mo in room room, GCM; /)
  expect((await cli([...args, '--room-id', 'room', '--lang', 'zh'], { env, isTTY: true })).err).toMatch(
    /，房间 room，GCM; .*1 小时后过期/
  )
  expect((await cli([...args, '--lang=zh'], { env, isTTY: true })).err).toMatch(/^用户 [^，]*，GCM; /)
  expect((await cli([...args, '--json'], { env, isTTY: true })).err).toBe('')
})

test('the secret may be typed, when all else is given', async () => {
  const { code, out } = await cli(['generate', '--app-id', '1', '--user-id', 'demo'], {
    isTTY: true,
    stdin: typing(`${SECRET}\r`)
  })
  expect([code, verify(out).claims.user_id]).toEqual([0, 'demo'])
})

describe('2 with', () => {
  test.each<[string, string[], string, RegExp]>([
    ['no user', [], 'WRONG_USE', /The option --user-id is missing/],
    ['a user that is none', ['--user-id', 'x'.repeat(65)], 'INVALID_USER_ID', /at most 64 bytes/],
    [
      'an AppID that is none',
      ['--user-id', 'x', '--app-id', '1.5'],
      'WRONG_USE',
      /'1.5' is invalid. It must be a whole number/
    ],
    ['an AppID of nobody', ['--user-id', 'x', '--app-id', '0'], 'INVALID_APP_ID', /appId must be at least 1/],
    ['a duration that is none', ['--user-id', 'x', '--effective-time', '1w'], 'WRONG_USE', /90s, 30m, 1h, 7d/],
    ['a validity that is too long', ['--user-id', 'x', '--effective-time', '25d'], 'INVALID_EFFECTIVE_TIME', /at most 2073600/],
    ['an unknown mode', ['--user-id', 'x', '--mode', 'ecb'], 'WRONG_USE', /Allowed choices are gcm, cbc/],
    ['a payload that is none', ['--user-id', 'x', '--payload', '{'], 'INVALID_PAYLOAD', /must be JSON text/],
    ['a room that is none', ['--user-id', 'x', '--room-id', ''], 'INVALID_PAYLOAD', /payload\/room_id must be/],
    [
      'a file that is not there',
      ['--user-id', 'x', '--payload', '@/no'],
      'FILE_NOT_READABLE',
      /--payload .*: ENOENT: no such file or directory\./
    ],
    ['privileges without a room', ['--user-id', 'x', '--can-publish'], 'WRONG_USE', /pass --room-id, too/],
    ['two payloads', ['--user-id', 'x', '--payload', '{}', '--room-id', 'room'], 'WRONG_USE', /payload is given twice/],
    ['a payload and a stream', ['--user-id', 'x', '--payload', '{}', '--stream-id', 'a'], 'WRONG_USE', /payload is given twice/]
  ])('%s', async (_what, args, errorCode, message) => {
    const { code, out, err } = await cli(['generate', ...args], { env })
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    const json = await cli(['generate', ...args, '--json'], { env })
    expect(JSON.parse(json.out)).toEqual({ ok: false, error: { code: errorCode, message: expect.stringMatching(message) } })
    expect([json.code, json.err]).toEqual([2, ''])
  })

  test('no user, in Chinese', async () => {
    expect((await cli(['generate', '--lang', 'zh'], { env })).err).toBe('错误：缺少选项 --user-id。\n')
  })

  test('no AppID, or a wrong one in the environment', async () => {
    const run = (ZEGO_APP_ID: string) =>
      cli(['generate', '--user-id', 'demo'], { env: { ZEGO_SERVER_SECRET: SECRET, ZEGO_APP_ID } })
    expect((await run('')).err).toMatch(/There is no AppID/)
    expect((await run('one')).err).toMatch(/ZEGO_APP_ID: It must be a whole number/)
  })
})
