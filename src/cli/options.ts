import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Context } from './context.js'
import { UsageError } from './usage-error.js'

/** `--app-id`, or `ZEGO_APP_ID` of the environment. */
export function appIdOf({ appId }: { readonly appId?: number }, { terminal: { env }, texts }: Context): number | undefined {
  if (appId !== undefined || env.ZEGO_APP_ID === undefined || env.ZEGO_APP_ID === '') return appId
  if (!/^\d{1,15}$/.test(env.ZEGO_APP_ID)) throw new UsageError(`ZEGO_APP_ID: ${texts.wrongUse.notANumber}`)
  return Number(env.ZEGO_APP_ID)
}

/** The same, where nothing can be done without one. */
export function requiredAppIdOf(options: { readonly appId?: number }, context: Context): number {
  const appId = appIdOf(options, context)
  if (appId === undefined) throw new UsageError(context.texts.wrongUse.noAppId)
  return appId
}

/** The value of an option that must be there: the parser would ask for it before it names an option that is misspelt. */
export function required(value: string | undefined, flag: string, { texts }: Context): string {
  if (value === undefined) throw new UsageError(texts.wrongUse.missingOption(flag))
  return value
}

/** An option that takes a whole number. */
export function numberOption(flags: string, description: string, { texts }: Context): Option {
  return new Option(flags, description).argParser((text) => {
    if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError(texts.wrongUse.notANumber)
    return Number(text)
  })
}

/** An option that may be given several times. */
export function listOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text, before: readonly string[] | undefined) => [...(before ?? []), text])
}

/** `--effective-time`, in seconds or with a unit. */
function effectiveTimeOption({ texts }: Context): Option {
  return new Option('--effective-time <duration>', texts.options.effectiveTime).default(3600, '1h').argParser((text) => {
    const [, count, unit = 's'] = /^(\d{1,10})([smhd])?$/.exec(text) ?? []
    if (count === undefined) throw new InvalidArgumentError(texts.wrongUse.notADuration)
    return Number(count) * UNITS[unit as keyof typeof UNITS]
  })
}

const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 }

/** What a command that reads a token is given it by. */
export function addTokenOptions(command: Command, { texts: { options } }: Context): Command {
  return command.argument('[token]', options.token).option('--file <file>', options.file)
}

/** The options of a new token, all but whom it is for. */
export interface EffectOptions {
  readonly effectiveTime: number
  readonly mode: 'gcm' | 'cbc'
  readonly secretFile?: string
}

/** Adds what `EffectOptions` holds. */
export function addEffectOptions(command: Command, context: Context): Command {
  const { options } = context.texts
  return command
    .addOption(effectiveTimeOption(context))
    .addOption(new Option('--mode <mode>', options.mode).choices(['gcm', 'cbc']).default('gcm'))
    .option('--secret-file <file>', options.secretFile)
}
