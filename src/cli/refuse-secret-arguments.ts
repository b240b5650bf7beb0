import type { CliTexts } from './texts.js'
import { UsageError } from './usage-error.js'

const SECRET_OPTION = /^--?(zego-?)?(server-?)?secret(=|$)/i

/** Refuses a secret on the command line, whatever the rest of it is. */
export function refuseSecretArguments(options: readonly string[], { wrongUse }: CliTexts): void {
  if (options.some((option) => SECRET_OPTION.test(option)))
    throw new UsageError(wrongUse.secretAsArgument, 'SECRET_AS_ARGUMENT')
}
