import { secondsUntilRenewal } from 'zego-token04/dev-browser'

/** Seconds until a client should renew its token; undefined for a token that the library cannot read. */
export function untilRenewal(token: string, now: number): number | undefined {
  try {
    return secondsUntilRenewal(token, { now: () => now })
  } catch {
    return undefined
  }
}
