import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { generateToken04Sync, verifyToken04Sync } from '../../../src/sync.js'
import { sealToken04 } from '../../../src/testing.js'
import { SECRET } from '../../support/tokens.js'

const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'token04-'))
const token = generateToken04Sync({ appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 3600 })

const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

interface Run {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  /** What is typed, each when the text before it was seen. */
  readonly typed?: readonly (readonly [seen: string, keys: string])[]
}

/** Runs a program to its end. */
function run(program: string, args: readonly string[], { input, env = {}, typed = [] }: Run = {}) {
  const { ZEGO_SERVER_SECRET: _, ZEGO_APP_ID: __, FORCE_COLOR: ___, ...own } = process.env
  const child = spawn(program, args, { env: { ...own, ...env } })
  children.add(child)
  const printed = { out: '', err: '' }
  const waiting = [...typed]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text
    const [next] = waiting
    if (next === undefined || !printed.out.includes(next[0])) return
    waiting.shift()
    child.stdin.write(next[1])
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text
  })
  child.stdin.on('error', () => undefined)
  if (typed.length === 0) child.stdin.end(input)
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      children.delete(child)
      resolve({ code, ...printed })
    })
  })
}

const cli = (args: readonly string[], options?: Run) => run(process.execPath, [MAIN, ...args], options)
const quoted = (...words: readonly string[]) => words.map((word) => `'${word}'`).join(' ')
const env = { ZEGO_SERVER_SECRET: SECRET, ZEGO_APP_ID: '1' }

describe('the built command', { timeout: 60_000 }, () => {
  test('makes a token that it verifies, through pipes', async () => {
    const made = await cli(['generate', '--user-id', 'demo', '--room-id', 'room'], { env })
    expect([made.code, made.err]).toEqual([0, ''])
    const verified = await cli(['verify', '--room-id', 'room', '--json'], { env, input: made.out })
    expect([verified.code, JSON.parse(verified.out).claims.user_id]).toEqual([0, 'demo'])
    expect((await cli(['inspect', '-'], { input: made.out })).out).toMatch(/^Token04, GCM/)
    expect((await cli(['diagnose'], { env, input: made.out })).out).toBe('No mistake found\n')
  })

  test('answers with exit codes', async () => {
    expect((await cli(['verify', token, '--user-id', 'other'], { env })).code).toBe(1)
    expect(await cli(['verify', token, '--secret', SECRET])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/list of processes/)
    })
    expect((await cli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('reads secrets from files, also from what a shell writes on the fly', async () => {
    const file = join(folder, 'secret')
    writeFileSync(file, `${SECRET}\n`)
    expect((await cli(['verify', token, '--secret-file', file])).code).toBe(0)
    const piped = await run('sh', [
      '-c',
      `echo ${SECRET} | ${quoted(process.execPath, MAIN)} verify ${token} --secret-file /dev/stdin`
    ])
    expect([piped.code, piped.err]).toEqual([0, ''])
  })

  test('serves tokens until it is interrupted, and ends well', async () => {
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--json'], { env: { ...process.env, ...env } })
    children.add(child)
    child.stderr.resume()
    const [line] = await once(child.stdout, 'data')
    const response = await fetch(JSON.parse(String(line)).url, { method: 'POST', body: '{"userId":"demo"}' })
    const { token: served } = (await response.json()) as { token: string }
    expect(verifyToken04Sync(served, { serverSecret: SECRET, appId: 1 }).claims.user_id).toBe('demo')
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([0, null])
  })

  test('is quiet when its reader has seen enough', async () => {
    const long = await sealToken04('x'.repeat(60_000), { serverSecret: SECRET, mode: 'cbc', iv: new Uint8Array(16), expire: 0 })
    const file = join(folder, 'long')
    writeFileSync(file, long)
    const { code, out, err } = await run('sh', [
      '-c',
      `${quoted(process.execPath, MAIN)} inspect --all --file ${quoted(file)} | head -n 1`
    ])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^Token04, CBC: .*\n$/)
  })
})

// a pseudo-terminal, where util-linux is there to make one
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true

describe.skipIf(!hasScript)('on a terminal, the built command', { timeout: 60_000 }, () => {
  const terminal = (command: string, typed: Run['typed']) =>
    run('script', ['-qefc', command, '/dev/null'], { env: { NO_COLOR: '1' }, ...(typed === undefined ? {} : { typed }) })

  test('asks for the secret, and does not show it', async () => {
    const { code, out } = await terminal(quoted(process.execPath, MAIN, 'verify', token), [
      ['ServerSecret (not shown): ', `${SECRET}\r`]
    ])
    expect(code).toBe(0)
    expect(out).toMatch(/^ServerSecret \(not shown\): \r\nValid, GCM, authenticated\r\n/)
    expect(out).not.toContain(SECRET.slice(0, 8))
  })

  test('asks at the keyboard where the token comes through a pipe', async () => {
    const command = `echo ${token} | ${quoted(process.execPath, MAIN)} verify`
    const { code, out } = await terminal(command, [['ServerSecret (not shown): ', `x\u007f${SECRET}\r`]])
    expect([code, out.includes('Valid, GCM'), out.includes(SECRET)]).toEqual([0, true, false])
  })

  test('ends at Ctrl-C as by a signal', async () => {
    const { code, out } = await terminal(quoted(process.execPath, MAIN, 'verify', token), [
      ['ServerSecret (not shown): ', 'abc\u0003']
    ])
    expect([code, out]).toEqual([130, 'ServerSecret (not shown): \r\n'])
  })
})
