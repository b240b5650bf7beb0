import type { Command } from 'commander'
import { verifyToken04Sync } from '../token/verify-sync.js'
import type { VerifiedToken04 } from '../types.js'
import { type Answer, answering } from './answer.js'
import { columns } from './columns.js'
import type { Context } from './context.js'
import { addExpectationOptions, type ExpectationOptions, expectationsOf } from './expectation-options.js'
import { jsonOption, newCommand } from './new-command.js'
import { printable } from './printable.js'
import { readSecrets } from './read-secrets.js'
import { readToken } from './read-token.js'
import { secondsNow } from './terminal.js'
import { datesOf, expiryText } from './times.js'

/** `zego-token04 verify`: checks a token, and says what it holds. */
export function verifyCommand(context: Context): Command {
  const command = newCommand('verify', context, [
    'zego-token04 verify 04AAAA... --app-id 1 --user-id demo',
    'zego-token04 verify --file token.txt --room-id room --mode gcm --json',
    'curl -s https://example.com/token | zego-token04 verify --secret-file new.txt --secret-file old.txt'
  ])
  return addExpectationOptions(command, context)
    .addOption(jsonOption(context))
    .action(answering(context, (token: string | undefined, options: ExpectationOptions) => verify(token, options, context)))
}

async function verify(argument: string | undefined, options: ExpectationOptions, context: Context): Promise<Answer> {
  const expectations = expectationsOf(options, context)
  const token = await readToken(argument, options.file, context)
  const serverSecret = await readSecrets(options.secretFile, context)
  const verified = verifyToken04Sync(token, { ...expectations, serverSecret })
  return { json: { ok: true, ...verified }, text: verifiedText(verified, context) }
}

function verifiedText(verified: VerifiedToken04, { terminal, texts, paint }: Context): string {
  const { claims, mode, authenticated } = verified
  const rows = Object.entries({
    ...claims,
    user_id: printable(claims.user_id),
    ctime: datedText(claims.ctime),
    expire: `${claims.expire}  ${expiryText(claims.expire, secondsNow(terminal), texts)}`,
    payload: claims.payload === '' ? texts.basicToken : printable(claims.payload)
  })
  const heading = texts.valid(mode.toUpperCase(), authenticated)
  return [
    paint('bold', paint(authenticated ? 'green' : 'yellow', heading)),
    '',
    ...columns([...rows.map(([name, value]) => [paint('dim', name), String(value)]), ...payloadRows(verified, texts)])
  ].join('\n')
}

function payloadRows({ claims, payload }: VerifiedToken04, texts: Context['texts']): string[][] {
  if (payload === null) return claims.payload === '' ? [] : [['', texts.unvalidatedPayload]]
  const allowed = (key: 1 | 2) => (payload.privilege[key] === 1 ? texts.yes : texts.no)
  const streams = payload.stream_id_list ?? []
  return [
    [texts.login, allowed(1)],
    [texts.publish, allowed(2)],
    [texts.streams, streams.length === 0 ? texts.anyStream : printable(streams.join(', '))]
  ]
}

function datedText(seconds: number): string {
  const dates = datesOf(seconds)
  return dates === undefined ? String(seconds) : `${seconds}  ${dates.utc} (${dates.local})`
}
