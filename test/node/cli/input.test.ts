import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generateToken04Sync } from '../../../src/sync.js'
import { cli, typing } from '../../support/cli.js'
import { basic, OTHER_SECRET, SECRET } from '../../support/tokens.js'

const env = { ZEGO_SERVER_SECRET: SECRET }
const token = generateToken04Sync(basic())
const folder = mkdtempSync(join(tmpdir(), 'token04-'))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const secretFile = file('secret', `${SECRET}\n`)
const otherFile = file('other', OTHER_SECRET)

describe('a token comes from', () => {
  test.each<[string, string[], string?]>([
    ['an argument', [token]],
    ['a file', ['--file', file('token', `${token}\r\n`)]],
    ['a pipe', [], `${token}\n`],
    ['a pipe that is named', ['-'], token],
    ['a pipe that is named as a file', ['--file', '-'], token]
  ])('%s', async (_what, args, stdin = '') => {
    expect(await cli(['verify', ...args], { env, stdin })).toMatchObject({ code: 0, err: '' })
  })

  test('a terminal, where that is asked for', async () => {
    const keyboard = typing(`${token}\n`)
    keyboard.push(null)
    expect((await cli(['verify', '-'], { env, stdin: keyboard })).code).toBe(0)
    const { code, err } = await cli(['verify'], { env, stdin: typing() })
    expect([code, err]).toEqual([2, 'error: There is no token: pass it as an argument, with --file, or through a pipe.\n'])
  })

  test('one place only', async () => {
    expect(await cli(['inspect', token, '--file', 'x'])).toMatchObject({ code: 2, err: expect.stringMatching(/given twice/) })
    expect(await cli(['inspect', token, token])).toMatchObject({ code: 2, err: expect.stringMatching(/too many arguments/) })
  })

  test('a file that can be read', async () => {
    const { code, err } = await cli(['inspect', '--file', folder])
    expect([code, err]).toEqual([2, 'error: The file of --file could not be read: EISDIR: illegal operation on a directory.\n'])
    expect((await cli(['inspect', '--file', '/no', '--lang', 'zh'])).err).toMatch(/^错误：无法读取 --file 的文件：ENOENT/)
  })

  test('a pipe that ends, or is left', async () => {
    const { code, out } = await cli(['verify', '--json'], { env, stdin: 'x'.repeat(2 ** 22) })
    expect([code, JSON.parse(out).error.code]).toEqual([1, 'MALFORMED_TOKEN'])
  })
})

describe('the secret comes from', () => {
  const expired = { code: 1, err: expect.stringMatching(/DECRYPTION_FAILED/) }

  test('the environment', async () => {
    expect((await cli(['verify', token], { env })).code).toBe(0)
    expect(await cli(['verify', token], { env: { ZEGO_SERVER_SECRET: OTHER_SECRET } })).toMatchObject(expired)
  })

  test('a file, which goes before the environment', async () => {
    expect((await cli(['verify', token, '--secret-file', secretFile])).code).toBe(0)
    expect(await cli(['verify', token, '--secret-file', otherFile], { env })).toMatchObject(expired)
    const made = await cli(['generate', '--app-id', '1', '--user-id', 'demo', '--secret-file', secretFile])
    expect((await cli(['verify', made.out.trim()], { env })).code).toBe(0)
  })

  test('several files, while a secret is being rotated', async () => {
    expect((await cli(['verify', token, '--secret-file', otherFile, '--secret-file', secretFile])).code).toBe(0)
    expect((await cli(['diagnose', token, '--secret-file', otherFile, '--secret-file', secretFile])).code).toBe(0)
  })

  test('a keyboard, unseen', async () => {
    const keyboard = typing(SECRET, '\r')
    const { code, err } = await cli(['verify', token], { isTTY: true, stdin: keyboard })
    expect([code, err]).toEqual([0, 'ServerSecret (not shown): \n'])
    expect(keyboard.rawModes).toEqual([true, false])
    expect(keyboard.isPaused()).toBe(true)
  })

  test('a keyboard beside a pipe', async () => {
    const keyboard = typing(`${SECRET}\n`)
    expect(await cli(['verify', '--lang', 'zh'], { stdin: token, keyboard })).toMatchObject({
      code: 0,
      err: 'ServerSecret（不显示）：\n'
    })
    expect(keyboard.destroyed).toBe(true)
  })

  test('a keyboard that was a pipe before', async () => {
    const stdin = typing(token)
    stdin.push(null)
    expect((await cli(['verify', '-'], { stdin, keyboard: typing(`${SECRET}\n`) })).code).toBe(0)
  })

  test.each(['verify', 'generate'])('nowhere: then %s is wrong use', async (command) => {
    const args = command === 'verify' ? [token] : ['--app-id', '1', '--user-id', 'demo']
    const { code, err } = await cli([command, ...args], { env: { ZEGO_SERVER_SECRET: '' } })
    expect([code, err]).toEqual([2, expect.stringMatching(/^error: There is no ServerSecret: set ZEGO_SERVER_SECRET/)])
    const { out } = await cli([command, ...args, '--json'], { stdin: typing('\r') })
    expect(JSON.parse(out).error.code).toBe('NO_SECRET')
  })

  test('a file that can be read', async () => {
    const { code, err } = await cli(['verify', token, '--secret-file', SECRET])
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/ENOENT.*the name of a file that holds the secret, never the secret itself/)
    ])
    expect((await cli(['verify', token, '--secret-file', '/no', '--lang', 'zh'])).err).toMatch(/而不是密钥本身/)
  })
})

describe('at the hidden prompt', () => {
  const verify = async (...typed: (string | Uint8Array)[]) => (await cli(['verify', token], { stdin: typing(...typed) })).code

  test('backspace takes the last character away, as often as it is pressed', async () => {
    expect(await verify(`x\u007f\u007f\b${SECRET}ab\u007f\b\r`)).toBe(0)
    expect(await verify(`${SECRET}👩\u007f\n`)).toBe(0)
  })

  test('Ctrl-U takes all of it away, and other keys do nothing', async () => {
    expect(await verify(`wrong\u0015${SECRET}\r`)).toBe(0)
    expect(await verify(`\u001b[A\u001b[1;5C\u001bOP\t${SECRET}\u0001\r`)).toBe(0)
  })

  test('Ctrl-D and the end of input are ends', async () => {
    expect(await verify(`${SECRET}\u0004`)).toBe(0)
    const keyboard = typing(SECRET)
    keyboard.push(null)
    expect((await cli(['verify', token], { stdin: keyboard })).code).toBe(0)
  })

  test('a character may come in pieces', async () => {
    const typed = new TextEncoder().encode(`é\u007f${SECRET}\r`)
    expect(await verify(typed.subarray(0, 1), typed.subarray(1))).toBe(0)
  })

  test('Ctrl-C ends the command as a signal would, without a word', async () => {
    const keyboard = typing('fa94\u0003')
    const { code, out, err } = await cli(['verify', token], { isTTY: true, stdin: keyboard })
    expect([code, out, err]).toEqual([130, '', 'ServerSecret (not shown): \n'])
    expect(keyboard.rawModes).toEqual([true, false])
  })

  test('a terminal that cannot be quiet is read all the same', async () => {
    const keyboard = Object.assign(typing(`${SECRET}\r`), { setRawMode: undefined })
    expect((await cli(['verify', token], { stdin: keyboard })).code).toBe(0)
  })
})

test('colours are forced, or refused, by the environment', async () => {
  const inspect = async (env: Record<string, string>, isTTY = false) => (await cli(['inspect', token], { env, isTTY })).out
  expect(await inspect({ FORCE_COLOR: '1' })).toContain('\u001b[')
  for (const FORCE_COLOR of ['', '0']) expect(await inspect({ FORCE_COLOR })).not.toContain('\u001b[')
  expect(await inspect({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).not.toContain('\u001b[')
  expect(await inspect({ NO_COLOR: '' }, true)).toContain('\u001b[')
})

test('without a clock the system’s is taken', async () => {
  const { out } = await cli(['inspect', token, '--json'], { now: undefined })
  expect(JSON.parse(out).expired).toBe(true)
})
