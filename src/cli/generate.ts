import type { Command } from 'commander'
import { decodeToken04 } from '../token/decode.js'
import { generateToken04Sync } from '../token/generate-sync.js'
import { privilegePayload } from '../token/privilege-payload.js'
import type { RtcRoomPayload } from '../types.js'
import { type Answer, answering } from './answer.js'
import type { Context } from './context.js'
import { making } from './making.js'
import { jsonOption, newCommand } from './new-command.js'
import { addEffectOptions, type EffectOptions, listOption, numberOption, required, requiredAppIdOf } from './options.js'
import { printable } from './printable.js'
import { readSecret } from './read-secrets.js'
import { readTextFile } from './read-text.js'
import { secondsNow } from './terminal.js'
import { expiryText, isoDate } from './times.js'
import { UsageError } from './usage-error.js'

interface Options extends EffectOptions {
  readonly appId?: number
  readonly userId?: string
  readonly roomId?: string
  readonly canLogin?: boolean
  readonly canPublish?: boolean
  readonly streamId?: readonly string[]
  readonly payload?: string
}

/** `zego-token04 generate`: makes a token. */
export function generateCommand(context: Context): Command {
  const { options } = context.texts
  const command = newCommand('generate', context, [
    'zego-token04 generate --app-id 1 --user-id demo',
    'zego-token04 generate --user-id demo --room-id room --can-publish --stream-id camera --effective-time 10m',
    'zego-token04 generate --user-id demo --payload @payload.json --secret-file secret.txt --json'
  ])
    .addOption(numberOption('--app-id <id>', options.appId, context))
    .option('--user-id <id>', options.userId)
    .option('--room-id <id>', options.roomId)
    .option('--can-publish', options.canPublish)
    .option('--no-can-publish', options.noCanPublish)
    .option('--can-login', options.canLogin)
    .option('--no-can-login', options.noCanLogin)
    .addOption(listOption('--stream-id <id>', options.streamIds))
    .option('--payload <json>', options.payload)
  return addEffectOptions(command, context)
    .addOption(jsonOption(context))
    .action(answering(context, (given: Options) => generate(given, context)))
}

async function generate(options: Options, context: Context): Promise<Answer> {
  const { mode, effectiveTime: effectiveTimeInSeconds } = options
  const { terminal, texts } = context
  const appId = requiredAppIdOf(options, context)
  const userId = required(options.userId, '--user-id', context)
  const payload = await payloadOf(options, context)
  const serverSecret = await readSecret(options.secretFile, context)
  const token = making(() =>
    generateToken04Sync({ appId, userId, serverSecret, effectiveTimeInSeconds, payload, mode, now: terminal.now })
  )
  const { expire } = decodeToken04(token)
  const made = payload === '' ? null : (JSON.parse(payload) as RtcRoomPayload)
  const summary = texts.made(printable(userId), made === null ? undefined : printable(made.room_id), mode.toUpperCase())
  return {
    json: { ok: true, token, appId, userId, mode, expire, expiresAt: isoDate(expire), payload: made },
    text: token,
    note: `${summary}; ${expiryText(expire, secondsNow(terminal), texts)}`
  }
}

async function payloadOf(options: Options, { texts: { wrongUse } }: Context): Promise<string> {
  const { payload, roomId, canLogin, canPublish, streamId: streamIds } = options
  const isPrivilege = [canLogin, canPublish, streamIds].some((option) => option !== undefined)
  if (payload !== undefined) {
    if (isPrivilege || roomId !== undefined) throw new UsageError(wrongUse.payloadTwice)
    if (!payload.startsWith('@')) return payload
    return readTextFile(payload.slice(1), (reason) => wrongUse.fileNotReadable('--payload', reason))
  }
  if (roomId !== undefined) return making(() => JSON.stringify(privilegePayload({ roomId, canLogin, canPublish, streamIds })))
  if (isPrivilege) throw new UsageError(wrongUse.needsRoom)
  return ''
}
