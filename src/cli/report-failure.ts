import { CommanderError } from 'commander'
import { PortStartError } from '../conformance/port.js'
import { Token04Error } from '../errors.js'
import type { Context } from './context.js'
import { INTERRUPTED, NOT_WELL, WRONG_USE } from './exit-codes.js'
import { failureJson } from './failure-json.js'
import { Interrupted } from './hidden-prompt.js'
import { jsonText, printable } from './printable.js'
import { paintFor } from './terminal.js'
import { UsageError } from './usage-error.js'

/** Tells why a command line failed, and answers the exit code. */
export function reportFailure(error: unknown, args: readonly string[], context: Context): number {
  if (error instanceof Interrupted) return INTERRUPTED
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  // the help has been shown
  if (error instanceof CommanderError && error.code === 'commander.help') return WRONG_USE
  const { terminal, texts, isJson } = context
  const isRefusal = error instanceof Token04Error && !ABOUT_OPTIONS.has(error.code)
  const failure = isRefusal ? error : asUsageError(error as Error, args)
  const paint = paintFor(terminal, terminal.stderr)
  if (isJson) terminal.stdout.write(`${jsonText(failureJson(failure))}\n`)
  else if (isRefusal) {
    const { code, zegoCode, message } = error
    terminal.stderr.write(`${paint('red', texts.refused(code, zegoCode))}\n${message}\n${texts.diagnoseHint}\n`)
  } else {
    const hint = error instanceof CommanderError ? `\n${texts.seeHelp}` : ''
    terminal.stderr.write(`${paint('red', texts.error)}${shown(failure.message)}${hint}\n`)
  }
  return isRefusal ? NOT_WELL : WRONG_USE
}

// a token cannot have these: they are about what the command was given beside it
const ABOUT_OPTIONS: ReadonlySet<string> = new Set([
  'INVALID_APP_ID',
  'INVALID_USER_ID',
  'INVALID_SERVER_SECRET',
  'INVALID_OPTION'
])

function asUsageError(error: Error, args: readonly string[]): UsageError {
  const message = withoutLongValues(error.message.replace(/^error: /, ''), args)
  if (error instanceof PortStartError) return new UsageError(`the port ${message}`)
  return new UsageError(message, error instanceof CommanderError ? undefined : (error as { code?: string }).code)
}

// nobody types more than this by hand: what is longer was pasted, and may be a secret in the wrong place
const LONGEST_QUOTED = 24

function withoutLongValues(message: string, args: readonly string[]): string {
  // also behind --option= and -o
  const values = args.flatMap((arg) => (arg.includes('=') ? [arg.slice(arg.indexOf('=') + 1)] : [arg, arg.slice(2)]))
  const long = values.filter((value) => value.length > LONGEST_QUOTED).sort((a, b) => b.length - a.length)
  return long.reduce((text, value) => text.replaceAll(value, '…'), message)
}

function shown(message: string): string {
  return message.split('\n').map(printable).join('\n')
}
