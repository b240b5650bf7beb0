import type { Command } from 'commander'
import { Token04Error } from '../errors.js'
import { decodeToken04 } from '../token/decode.js'
import type { DecodedToken04 } from '../types.js'
import { type Answer, answering } from './answer.js'
import type { Context } from './context.js'
import { NOT_WELL } from './exit-codes.js'
import { failureJson } from './failure-json.js'
import { layoutText } from './layout-text.js'
import { jsonOption, newCommand } from './new-command.js'
import { addTokenOptions } from './options.js'
import { type Part, partsOf } from './parts.js'
import { readToken } from './read-token.js'
import { secondsNow } from './terminal.js'
import { isoDate } from './times.js'

interface Options {
  readonly file?: string
  readonly all?: boolean
}

/** `zego-token04 inspect`: shows what can be read of a token without the secret. */
export function inspectCommand(context: Context): Command {
  const command = newCommand('inspect', context, [
    'zego-token04 inspect 04AAAA...',
    'zego-token04 inspect --file token.txt --all',
    'zego-token04 generate --app-id 1 --user-id demo | zego-token04 inspect --json'
  ])
  return addTokenOptions(command, context)
    .option('--all', context.texts.options.all)
    .addOption(jsonOption(context))
    .action(answering(context, (token: string | undefined, options: Options) => inspect(token, options, context)))
}

async function inspect(argument: string | undefined, options: Options, context: Context): Promise<Answer> {
  const token = await readToken(argument, options.file, context)
  const parts = partsOf(bytesOf(token))
  const decoded = decode(token)
  const text = layoutText(parts, decoded, { isWhole: options.all === true, context })
  if (!(decoded instanceof Token04Error)) return { json: { ok: true, ...summary(decoded, context), ...layout(parts) }, text }
  return { json: { ...failureJson(decoded), ...layout(parts) }, text, exitCode: NOT_WELL }
}

function decode(token: string): DecodedToken04 | Token04Error {
  try {
    return decodeToken04(token)
  } catch (error) {
    return error as Token04Error
  }
}

// for a token that is none, as far as its text can be taken for base64
function bytesOf(token: string): Uint8Array {
  const [, base64 = ''] = /^04([^#]*)/.exec(token) ?? []
  return Buffer.from(base64, 'base64')
}

function summary({ version, mode, expire }: DecodedToken04, { terminal }: Context) {
  const secondsLeft = expire - secondsNow(terminal)
  return { version, mode, expire, expiresAt: isoDate(expire), secondsLeft: Math.max(0, secondsLeft), expired: secondsLeft <= 0 }
}

function layout(parts: readonly Part[]) {
  return {
    bytes: parts.reduce((total, { bytes }) => total + bytes.length, 0),
    parts: parts.map(({ name, offset, length, bytes }) => ({ name, offset, length, hex: Buffer.from(bytes).toString('hex') }))
  }
}
