import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generateKitToken, generateToken04Sync } from '../../../src/sync.js'
import { cli, typing } from '../../support/cli.js'
import { basic, bytesOf, claims, seal, tokenOf } from '../../support/tokens.js'

// nothing in the texts of the command looks like these
const SECRET = 'cAnArYsEcReT-qzxj-0123456789-end'
const USER = 'cAnArYuSeR'
const ROOM = 'cAnArYrOoM'
const bytes = Buffer.from(SECRET)
const SECRET_MARKS = [
  SECRET.slice(0, 12),
  SECRET.slice(-12),
  bytes.toString('hex').slice(0, 24),
  bytes.toString('base64').slice(0, 16),
  [...bytes].slice(0, 8).join(',')
]

const token = generateToken04Sync(
  basic({ serverSecret: SECRET, userId: USER, payload: { room_id: ROOM, privilege: { 1: 1 } } })
)
const kit = generateKitToken(token, { appId: 1, userId: 'demo', roomId: 'room', userName: 'Demo' })
const broken = tokenOf(bytesOf(token).map((byte, index) => (index === 30 ? byte ^ 1 : byte)))
const ofAnother = await seal(claims({ user_id: USER }), 'gcm')
const secretFile = join(mkdtempSync(join(tmpdir(), 'token04-')), 'secret')
writeFileSync(secretFile, `${SECRET}\n`)

const USERS = ['--app-id', '1', '--user-id', 'demo']
const COMMANDS: readonly string[][] = [
  ['generate', ...USERS],
  ['generate', ...USERS, '--payload', '{'],
  ['generate', ...USERS, '--payload', `@${secretFile}`],
  ['generate', ...USERS, '--effective-time', '99d'],
  ...[token, broken, ofAnother, SECRET, `04${SECRET}`, kit, ''].flatMap((text) => [
    ['verify', text],
    ['verify', text, '--user-id', 'other', '--app-id', '5'],
    ['diagnose', text, '--user-id', 'other', '--lang', 'zh'],
    ['inspect', text],
    ['kit', 'read', text],
    ['kit', 'make', text, ...USERS, '--room-id', 'room', '--user-name', 'Demo']
  ]),
  ['verify', '--file', secretFile],
  ['diagnose', '--file', secretFile],
  ['inspect', '--file', secretFile],
  ['kit', 'read', '--file', secretFile],
  ['kit', 'make', ...USERS, '--room-id', 'room', '--user-name', 'Demo'],
  ['serve', '--app-id', '1', '--port', '0'],
  ['serve', '--app-id', '1', '--port', '0', '--cors-origin', SECRET],
  ['serve', '--app-id', '1', '--host', SECRET],
  ['conformance', '--', '/nowhere/port'],
  ['conformance', '--filter', SECRET, '--', '/nowhere/port'],
  ['verify', token, '--secret', SECRET],
  ['verify', token, SECRET],
  [SECRET]
]

const SOURCES = {
  'of the environment': (args: string[], secret: string) => cli(args, { env: { ZEGO_SERVER_SECRET: secret } }),
  'of a file': (args: string[], secret: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'token04-')), 'secret')
    writeFileSync(file, secret)
    return cli(/^(generate|verify|diagnose|serve)$/.test(args[0] as string) ? [...args, '--secret-file', file] : args)
  },
  'that is typed': (args: string[], secret: string) => cli(args, { isTTY: true, stdin: typing(`${secret}\r`) })
}
const SECRETS = { right: SECRET, 'too long': SECRET.repeat(2), 'cut short': SECRET.slice(0, -1), 'of blanks': ` ${SECRET} ` }

describe.each(Object.entries(SOURCES))('a secret %s', (_source, run) => {
  test.each(Object.entries(SECRETS))('that is %s is in nothing that a command prints', async (_what, secret) => {
    let successes = 0
    for (const command of COMMANDS) {
      for (const args of [command, [...command.slice(0, 1), '--json', ...command.slice(1)]]) {
        const { code, out, err } = await run(args, secret)
        const shown = `${out}\n${err}`
        for (const mark of SECRET_MARKS) expect(shown, args.join(' ')).not.toContain(mark)
        // what a token holds is shown to those who asked and had the secret
        const isAnswer = code === 0 && args[0] === 'verify'
        const mayHold = isAnswer || (args[0] === 'diagnose' && args.includes('--json'))
        for (const mark of [USER, ROOM]) expect(mayHold ? err : shown, args.join(' ')).not.toContain(mark)
        if (isAnswer && out.includes(USER)) successes++
      }
    }
    expect(successes > 0).toBe(secret === SECRET)
  })
})
