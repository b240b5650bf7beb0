import type { RenewalOptions } from '../types.js'
import { check } from '../validation/check.js'
import { DEFAULT_LEAD_IN_SECONDS, leadInSeconds as leadSchema } from '../validation/compiled.js'
import { readClock } from '../validation/read-clock.js'
import { readOptions } from '../validation/read-options.js'
import { readEnvelope } from './envelope.js'

/**
 * How many seconds to wait before asking for a new token; 0 when that is due. Reads the expiry in clear, so it needs no secret.
 *
 * @param options - `leadInSeconds` before the expiry, default 30: when ZEGO's SDKs announce that a token will expire.
 * @throws {@link Token04Error} `MALFORMED_TOKEN`, `UNSUPPORTED_VERSION`, `INVALID_OPTION`
 *
 * @example
 * ```ts
 * import { secondsUntilRenewal } from 'zego-token04'
 *
 * const token =
 *   '04AAAAAGsFCNoADIelJ6Ck1c0xOAC2DQB0B2yjztCiIyJl4RRD7bdd82N0x9pWUttSOKgm1RyY8X/oa+nDYtE9+67b1PEJMV+Xgh7vV0CxWgqNL1mvptGfrC3XK7Hh1QL/mLVc7Cfqgr+ifSFO3icmEPe7zIyc4gsA2psupTZUOZJ0shmSZG8K+zKbK2gB'
 * secondsUntilRenewal(token, { now: () => 1795492000 }) // => 28
 * ```
 */
export function secondsUntilRenewal(token: string, options: RenewalOptions = {}): number {
  const { now, leadInSeconds = DEFAULT_LEAD_IN_SECONDS } = readOptions(options, ABSENT)
  check(leadSchema, leadInSeconds, 'INVALID_OPTION', 'leadInSeconds')
  const { expire } = readEnvelope(token)
  return Math.max(0, expire - leadInSeconds - readClock(now))
}

const ABSENT = { now: undefined, leadInSeconds: undefined } as unknown as RenewalOptions
