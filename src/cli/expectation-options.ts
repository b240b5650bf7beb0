import { type Command, Option } from 'commander'
import type { Mode } from '../types.js'
import type { Context } from './context.js'
import { addTokenOptions, appIdOf, listOption, numberOption } from './options.js'

/** What is expected of a token, by `verify` and by `diagnose`. */
export interface ExpectationOptions {
  readonly file?: string
  readonly appId?: number
  readonly userId?: string
  readonly roomId?: string
  readonly mode?: Mode
  readonly clockTolerance?: number
  readonly validatePayload: boolean
  readonly secretFile?: readonly string[]
}

/** Adds what `ExpectationOptions` holds. */
export function addExpectationOptions(command: Command, context: Context): Command {
  const { options } = context.texts
  return addTokenOptions(command, context)
    .addOption(numberOption('--app-id <id>', options.expectedAppId, context))
    .option('--user-id <id>', options.expectedUserId)
    .option('--room-id <id>', options.expectedRoomId)
    .addOption(new Option('--mode <mode>', options.acceptedMode).choices(['gcm', 'cbc']))
    .addOption(numberOption('--clock-tolerance <seconds>', options.clockTolerance, context))
    .option('--no-validate-payload', options.noValidatePayload)
    .addOption(listOption('--secret-file <file>', options.secretFiles))
}

/** The same, as the library takes it. */
export function expectationsOf(options: ExpectationOptions, context: Context) {
  const { userId, roomId, mode, clockTolerance: clockToleranceInSeconds, validatePayload } = options
  const appId = appIdOf(options, context)
  const modes = mode === undefined ? undefined : [mode]
  return { appId, userId, roomId, modes, clockToleranceInSeconds, validatePayload, now: context.terminal.now }
}
