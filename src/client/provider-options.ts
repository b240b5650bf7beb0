import { Token04Error } from '../errors.js'
import { check } from '../validation/check.js'
import { DEFAULT_LEAD_IN_SECONDS, leadInSeconds as secondsSchema } from '../validation/compiled.js'
import { readOptions } from '../validation/read-options.js'
import type { TokenProviderOptions } from './types.js'

export type ProviderSettings = ReturnType<typeof readProviderOptions>

/** The options of `createTokenProvider`, checked, with their defaults. */
export function readProviderOptions(options: TokenProviderOptions) {
  const { leadInSeconds = DEFAULT_LEAD_IN_SECONDS, ...functions } = readOptions(options, ABSENT)
  check(secondsSchema, leadInSeconds, 'INVALID_OPTION', 'leadInSeconds')
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value !== 'function' && (name === 'fetchToken' || value !== undefined)) {
      throw new Token04Error('INVALID_OPTION', `${name} must be a function.`)
    }
  }
  return { ...functions, leadInSeconds }
}

const ABSENT = {
  fetchToken: undefined,
  leadInSeconds: undefined,
  onTokenRenewed: undefined,
  onError: undefined,
  shouldRetry: undefined,
  now: undefined
} as unknown as TokenProviderOptions
