import { expect, test } from 'vitest'
import { generateToken04Sync, privilegePayload } from '../../../src/sync.js'
import { cli, typing } from '../../support/cli.js'
import { basic, NOW, SECRET } from '../../support/tokens.js'

const env = { ZEGO_SERVER_SECRET: SECRET }
const token = generateToken04Sync(basic())
const diagnose = (...args: string[]) => cli(['diagnose', ...args], { env })

test('a token without mistakes is well', async () => {
  expect(await diagnose(token)).toEqual({ code: 0, out: 'No mistake found\n', err: '' })
  expect((await diagnose(token, '--lang', 'zh')).out).toBe('没有发现错误\n')
})

test('a mistake is told with its codes and its fix, in the language asked for', async () => {
  const english = await diagnose(token, '--user-id', 'other')
  expect([english.code, english.err]).toEqual([1, ''])
  expect(english.out).toMatch(
    /^1 mistake found\n\nerror {2}USER_ID_MISMATCH {2}ZEGO 1002077\n {2}The token is for another user\.\n {2}Fix: Make the token/
  )
  const chinese = await diagnose(token, '--user-id', 'other', '--app-id', '2', '--lang', 'zh')
  expect(chinese.out).toMatch(
    /^发现 2 个错误\n\n错误 {2}APP_ID_MISMATCH {2}ZEGO 错误码 1002076\n {2}Token 属于另一个 AppID。\n {2}改正：请/
  )
})

test('two mistakes are two, and warnings are none', async () => {
  const cbc = generateToken04Sync(basic({ mode: 'cbc' }))
  expect((await diagnose(cbc, '--app-id', '2', '--user-id', 'other')).out).toMatch(/^2 mistakes found\n/)
  const { code, out } = await diagnose(cbc)
  expect(code).toBe(0)
  expect(out).toMatch(/^No mistake found; warnings: 1\n\nwarning {2}CBC_UNAUTHENTICATED\n/)
  expect((await diagnose(cbc, '--lang', 'zh')).out).toMatch(/^没有发现错误；1 个警告\n/)
})

test('without a secret it says that it saw less', async () => {
  const { code, out } = await cli(['diagnose', token])
  expect(code).toBe(0)
  expect(out).toMatch(/^No mistake found in what can be read without the ServerSecret\n\ninfo {2}SECRET_NOT_GIVEN\n/)
  expect((await cli(['diagnose', token, '--lang', 'zh'])).out).toMatch(/^不需要 ServerSecret 就能读取的部分没有发现错误\n/)
})

test('on a terminal it asks for the secret, and takes Enter for none', async () => {
  const asked = await cli(['diagnose', token], { isTTY: true, stdin: typing(`${SECRET}\r`) })
  expect([asked.code, asked.err]).toEqual([0, 'ServerSecret (not shown; Enter to go without): \n'])
  expect(asked.out).not.toContain('SECRET_NOT_GIVEN')
  const refused = await cli(['diagnose', token, '--lang', 'zh'], { isTTY: true, stdin: typing('\r') })
  expect([refused.code, refused.err]).toEqual([0, 'ServerSecret（不显示；直接回车表示不提供）：\n'])
  expect(refused.out).toContain('SECRET_NOT_GIVEN')
})

test('a wrong secret is explained', async () => {
  const { out } = await cli(['diagnose', token], { env: { ZEGO_SERVER_SECRET: SECRET.repeat(2) } })
  expect(out).toContain('APP_SIGN_AS_SECRET')
})

test('what stands around a token is found: in an argument all of it, in a pipe all but one line ending', async () => {
  expect((await diagnose(`${token}\n`)).out).toContain('SURROUNDING_CHARACTERS')
  expect((await cli(['diagnose'], { env, stdin: `${token}\r\n` })).code).toBe(0)
  expect((await cli(['diagnose'], { env, stdin: `${token} \n` })).out).toContain('SURROUNDING_CHARACTERS')
  expect((await cli(['diagnose'], { env, stdin: `${token}\n\n` })).out).toContain('SURROUNDING_CHARACTERS')
  expect((await cli(['diagnose'], { env, stdin: `\ufeff${token}\n` })).out).toContain('SURROUNDING_CHARACTERS')
})

test('what the client wants to do is answered under the rule of the project', async () => {
  const camera = generateToken04Sync(
    basic({ payload: privilegePayload({ roomId: 'room', canPublish: true, streamIds: ['camera'] }) })
  )
  const publish = ['--action', 'publish', '--room-id', 'room']
  expect((await diagnose(camera, ...publish, '--stream-id', 'camera')).code).toBe(0)
  expect((await diagnose(camera, ...publish, '--stream-id', 'screen')).out).toContain('STREAM_ID_DENIED')
  expect((await diagnose(camera, ...publish, '--stream-id', 'screen', '--rule', 'login')).code).toBe(0)
  expect((await diagnose(camera, '--room-id', 'other')).out).toContain('ROOM_ID_MISMATCH')
})

test('with --json the answer is that of the library, its bytes as hexadecimal text', async () => {
  const { code, out } = await diagnose(token, '--json', '--app-id', '2')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    ...{ ok: false, findings: [{ code: 'APP_ID_MISMATCH', severity: 'error', zegoCode: 1002076 }], payload: null },
    claims: { user_id: 'demo', expire: NOW + 3600 },
    decoded: {
      version: '04',
      mode: 'gcm',
      expire: NOW + 3600,
      iv: expect.stringMatching(/^[\da-f]{24}$/),
      ciphertextBytes: expect.any(Number)
    }
  })
  const nothing = await diagnose('', '--json')
  expect([nothing.code, JSON.parse(nothing.out)]).toMatchObject([1, { ok: false, findings: [{ code: 'EMPTY' }] }])
})

test('an option that is wrong is wrong use, not a mistake of the token', async () => {
  const { code, out } = await diagnose(token, '--clock-tolerance', '99999999999')
  expect([code, out.includes('INVALID_OPTION')]).toEqual([2, true])
  expect((await diagnose(token, '--action', 'dance')).code).toBe(2)
})

test('findings are coloured on a terminal', async () => {
  const { out } = await cli(['diagnose', `${token} `], { env, isTTY: true })
  expect(out).toMatch(/\u001b\[31merror\u001b\[0m {2}\u001b\[1mSURROUNDING_CHARACTERS/)
})
