import { describe, expect, test } from 'vitest'
import { generateToken04Sync, privilegePayload } from '../../../src/sync.js'
import { cli } from '../../support/cli.js'
import { basic, claims, NOW, OTHER_SECRET, SECRET, seal } from '../../support/tokens.js'

const env = { ZEGO_SERVER_SECRET: SECRET }
const payload = privilegePayload({ roomId: 'room', canPublish: true, streamIds: ['a', 'b'] })
const privilege = generateToken04Sync(basic({ payload }))
const verify = (...args: string[]) => cli(['verify', ...args], { env })

test('what a token holds is shown', async () => {
  const { code, out, err } = await verify(generateToken04Sync(basic()))
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(
    /^Valid, GCM, authenticated\n\napp_id {3}1\nuser_id {2}demo\nnonce {4}\d+\nctime {4}1700000000 {2}2023-11-14 22:13:20 UTC/
  )
  expect(out).toMatch(
    /\nexpire {3}1700003600 {2}2023-11-14 23:13:20 UTC \(.*\), expires in 1 h\npayload {2}none: a basic token\n$/
  )
})

test('what a privilege token allows is shown, in both languages', async () => {
  expect((await verify(privilege)).out).toMatch(/login +allowed\npublish +allowed\nstreams +a, b\n$/)
  const denied = generateToken04Sync(basic({ payload: { room_id: 'room', privilege: { 1: 0 } } }))
  expect((await verify(denied)).out).toMatch(/login +denied\npublish +denied\nstreams +any\n$/)
  const chinese = (await verify(denied, '--lang', 'zh')).out
  expect(chinese).toMatch(/^有效，GCM，已认证\n/)
  expect(chinese).toMatch(/登录房间 +不允许\n推流 +不允许\n流 +不限\n$/)
})

test('a CBC token is said to be unauthenticated', async () => {
  const token = generateToken04Sync(basic({ mode: 'cbc' }))
  expect((await verify(token)).out).toMatch(/^Valid, CBC, not authenticated: CBC has no MAC\n/)
  expect((await verify(token, '--lang', 'zh')).out).toMatch(/^有效，CBC，未认证/)
})

test('with --json the answer is that of the library', async () => {
  const { out } = await verify(privilege, '--json')
  expect(JSON.parse(out)).toEqual({
    ...{ ok: true, mode: 'gcm', authenticated: true, payload },
    claims: {
      app_id: 1,
      user_id: 'demo',
      nonce: expect.any(Number),
      ctime: NOW,
      expire: NOW + 3600,
      payload: JSON.stringify(payload)
    }
  })
})

test('a payload that was not validated is shown as it is', async () => {
  const token = await seal(claims({ payload: 'anything\u0007' }), 'gcm')
  expect((await verify(token)).code).toBe(1)
  const { code, out } = await verify(token, '--no-validate-payload')
  expect(code).toBe(0)
  expect(out).toMatch(/payload {2}anything\\u\{7\}\n +not validated\n$/)
  expect((await verify(generateToken04Sync(basic()), '--no-validate-payload')).out).toMatch(/payload {2}none: a basic token\n$/)
})

test('nothing that a token holds moves the cursor, hides, or turns text around', async () => {
  const token = await seal(claims({ user_id: 'a\u001b]0;x\u0007b\u009b2Jc\u202ed\u2028👩‍💻' }), 'gcm')
  const { out } = await verify(token)
  expect(out).toContain('a\\u{1b}]0;x\\u{7}b\\u{9b}2Jc\\u{202e}d\\u{2028}👩‍💻\n')
  const json = (await verify(token, '--json')).out
  expect(json).toMatch(/^[\n\x20-\x7e\u{1f000}-\u{1ffff}\u200d]*$/u)
  expect(JSON.parse(json).claims.user_id).toBe('a\u001b]0;x\u0007b\u009b2Jc\u202ed\u2028👩‍💻')
})

test('a time that no calendar knows is shown as a number', async () => {
  const now = 99_999_999_999
  const token = await seal(claims({ ctime: -9e15, expire: 9e15 }), 'gcm')
  const { out } = await cli(['verify', token], { env, now })
  expect(out).toMatch(/ctime {4}-9000000000000000\nexpire {3}9000000000000000 {2}expires in \d+ d \d+ h\n/)
})

describe('what does not fit is refused, with exit code 1, the codes and a way on:', () => {
  test.each<[string[], string, number | undefined]>([
    [['--app-id', '2'], 'APP_ID_MISMATCH', 1002076],
    [['--user-id', 'other'], 'USER_ID_MISMATCH', 1002077],
    [['--room-id', 'other'], 'ROOM_ID_MISMATCH', undefined],
    [['--mode', 'cbc'], 'MODE_NOT_ALLOWED', undefined]
  ])('%j', async (args, errorCode, zegoCode) => {
    const { code, out, err } = await verify(privilege, ...args)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(
      new RegExp(
        `^Refused: ${errorCode}${zegoCode === undefined ? '' : `, at ZEGO ${zegoCode}`}\n.*\n.*zego-token04 diagnose\n$`
      )
    )
    const json = await verify(privilege, ...args, '--json')
    const error = { code: errorCode, message: expect.any(String), ...(zegoCode === undefined ? {} : { zegoCode }) }
    expect(JSON.parse(json.out)).toEqual({ ok: false, error })
    expect([json.code, json.err]).toEqual([1, ''])
    expect((await verify(privilege, ...args, '--lang', 'zh')).err).toMatch(/^已拒绝：/)
  })

  test('the claim at fault is named', async () => {
    const { out } = await verify(await seal(claims({ nonce: 'seven' }), 'gcm'), '--json')
    expect(JSON.parse(out).error).toMatchObject({ code: 'INVALID_CLAIMS', claim: 'nonce', zegoCode: 1002080 })
  })

  test('an expired token, unless clocks may differ', async () => {
    const late = (...args: string[]) => cli(['verify', privilege, ...args], { env, now: NOW + 3603 })
    expect((await late()).err).toMatch(/^Refused: EXPIRED, at ZEGO 1002078\n.*3 seconds ago/)
    expect((await late('--clock-tolerance', '5')).out).toMatch(/expired 3 s ago\n/)
    expect((await late('--clock-tolerance', '5', '--lang', 'zh')).out).toMatch(/已过期 3 秒\n/)
  })

  test('a token of another secret', async () => {
    const { code, err } = await cli(['verify', privilege], { env: { ZEGO_SERVER_SECRET: OTHER_SECRET } })
    expect([code, err.split('\n')[0]]).toEqual([1, 'Refused: DECRYPTION_FAILED, at ZEGO 1002033'])
  })
})

test('a refusal is coloured where stderr is a terminal', async () => {
  const { err } = await cli(['verify', privilege, '--app-id', '2'], { env, isTTY: true })
  expect(err).toMatch(/^\u001b\[31mRefused/)
})

test('a secret or an expectation that is none is wrong use: the token was not judged', async () => {
  expect((await cli(['verify', privilege], { env: { ZEGO_SERVER_SECRET: 'short' } })).code).toBe(2)
  expect((await verify(privilege, '--app-id', '99999999999')).code).toBe(2)
})
