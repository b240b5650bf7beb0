import type { Command } from 'commander'
import { decodeToken04 } from '../token/decode.js'
import { generateKitToken } from '../token/generate-kit-token.js'
import { generateToken04Sync } from '../token/generate-sync.js'
import { parseKitToken } from '../token/parse-kit-token.js'
import { type Answer, answering } from './answer.js'
import { columns } from './columns.js'
import type { Context } from './context.js'
import { making } from './making.js'
import { jsonOption, newCommand } from './new-command.js'
import { addEffectOptions, addTokenOptions, type EffectOptions, numberOption, required, requiredAppIdOf } from './options.js'
import { printable } from './printable.js'
import { readSecret } from './read-secrets.js'
import { readToken } from './read-token.js'
import { secondsNow } from './terminal.js'
import { expiryText } from './times.js'

interface MakeOptions extends EffectOptions {
  readonly file?: string
  readonly appId?: number
  readonly userId?: string
  readonly roomId?: string
  readonly userName?: string
}

/** `zego-token04 kit`: makes and reads Kit Tokens. */
export function kitCommand(context: Context): Command {
  return newCommand('kit', context, [
    'zego-token04 kit make --app-id 1 --user-id demo --room-id room --user-name Demo',
    'zego-token04 kit read --file kit-token.txt'
  ])
    .addCommand(makeCommand(context))
    .addCommand(readCommand(context))
}

function makeCommand(context: Context): Command {
  const { options } = context.texts
  const command = newCommand('kit make', context, [
    'zego-token04 kit make --app-id 1 --user-id demo --room-id room --user-name Demo',
    'zego-token04 kit make 04AAAA... --app-id 1 --user-id demo --room-id room --user-name Demo',
    'zego-token04 generate --app-id 1 --user-id demo | zego-token04 kit make - --app-id 1 --user-id demo --room-id room --user-name Demo'
  ])
  addTokenOptions(command, context)
    .addOption(numberOption('--app-id <id>', options.appId, context))
    .option('--user-id <id>', options.userId)
    .option('--room-id <id>', options.kitRoomId)
    .option('--user-name <name>', options.userName)
  return addEffectOptions(command, context)
    .addOption(jsonOption(context))
    .action(answering(context, (token: string | undefined, given: MakeOptions) => makeKitToken(token, given, context)))
}

async function makeKitToken(argument: string | undefined, options: MakeOptions, context: Context): Promise<Answer> {
  const user = { appId: requiredAppIdOf(options, context), userId: required(options.userId, '--user-id', context) }
  const roomId = required(options.roomId, '--room-id', context)
  const userName = required(options.userName, '--user-name', context)
  // a pipe is read where it is asked for: without a token, one is made
  const isGiven = argument !== undefined || options.file !== undefined
  const token = isGiven ? await readToken(argument, options.file, context) : await makeToken(user, options, context)
  decodeToken04(token)
  const kitToken = making(() => generateKitToken(token, { ...user, roomId, userName }))
  return { json: { ok: true, kitToken, token }, text: kitToken }
}

async function makeToken(user: { appId: number; userId: string }, options: MakeOptions, context: Context): Promise<string> {
  const { effectiveTime: effectiveTimeInSeconds, mode } = options
  const serverSecret = await readSecret(options.secretFile, context)
  const { now } = context.terminal
  return making(() => generateToken04Sync({ ...user, serverSecret, effectiveTimeInSeconds, mode, now }))
}

function readCommand(context: Context): Command {
  const command = newCommand('kit read', context, [
    'zego-token04 kit read 04AAAA...#eyJ1...',
    'pbpaste | zego-token04 kit read --json'
  ])
  return addTokenOptions(command, context)
    .addOption(jsonOption(context))
    .action(
      answering(context, async (argument: string | undefined, { file }: { readonly file?: string }) => {
        const kit = parseKitToken(await readToken(argument, file, context))
        return { json: { ok: true, ...kit }, text: kitText(kit, context) }
      })
    )
}

function kitText({ token, ...user }: ReturnType<typeof parseKitToken>, { terminal, texts, paint }: Context): string {
  const { expire, mode } = decodeToken04(token)
  const rows = Object.entries({
    ...user,
    expire: `${expire}  ${expiryText(expire, secondsNow(terminal), texts)}`,
    mode: mode.toUpperCase(),
    token
  })
  return [
    ...columns(rows.map(([name, value]) => [paint('dim', name), printable(String(value))])),
    '',
    texts.inspect.notAuthenticated
  ].join('\n')
}
