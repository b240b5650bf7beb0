import { Token04Error } from '../errors.js'
import { secondsUntilRenewal } from '../token/seconds-until-renewal.js'
import { check } from '../validation/check.js'
import { DEFAULT_LEAD_IN_SECONDS, leadInSeconds as secondsSchema } from '../validation/compiled.js'
import { readProviderOptions } from './provider-options.js'
import type { Lease } from './start-provider.js'
import type { TokenProvider, TokenProviderOptions } from './types.js'

/**
 * Keeps a client in tokens, without the ServerSecret: caches, renews before the expiry, and tries again after errors.
 *
 * A token is renewed `leadInSeconds` before its expiry, and no more often than every 5 seconds. Where your server answers with
 * `renewInSeconds`, as a token endpoint does, the clock of the client does not matter. Attempts are 1, 2, 4 and 8 seconds apart, give or
 * take a half; a renewal that has failed altogether is tried again every 30 seconds until somebody calls `dispose()`. Timers do not
 * keep Node.js running.
 *
 * @param options - Times in seconds. `getToken` and `renew` reject with what the last attempt of `fetchToken` threw.
 * @throws {@link Token04Error} `INVALID_OPTION`; the methods reject with `MALFORMED_TOKEN`, `UNSUPPORTED_VERSION` or `INVALID_OPTION`
 * where the answer of your server is no token, with `TOKEN_UNAVAILABLE` after 10 seconds without one and after `dispose()`
 *
 * @example
 * ```ts
 * import { createTokenProvider } from 'zego-token04'
 *
 * const token = '04AAAAAGVT/xAADAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAE='
 * const provider = createTokenProvider({
 *   // in an app: async ({ signal }) => (await fetch('/token', { method: 'POST', signal })).json()
 *   fetchToken: async () => ({ token, expire: 1700003600, renewInSeconds: 3570 }),
 *   onTokenRenewed: (token) => {} // zg.renewToken(token)
 * })
 * // zg.loginRoom(roomId, await provider.getToken(), user)
 * const given = await provider.getToken()
 * given === token // => true
 * provider.dispose()
 * ```
 */
export function createTokenProvider(options: TokenProviderOptions): TokenProvider {
  const settings = readProviderOptions(options)
  const { leadInSeconds, now } = settings
  const disposal = new AbortController()
  let loading: ReturnType<typeof load> | undefined

  // what keeps the time is loaded when there is something to do; it imports nothing, so that bundlers need not split the rest for it
  async function load() {
    try {
      const { startProvider } = await import('./start-provider.js')
      return startProvider({ ...settings, readAnswer, unavailable }, disposal.signal)
    } catch (error) {
      loading = undefined
      throw error
    }
  }

  function provider() {
    loading ??= load()
    return loading
  }

  function readAnswer(answer: unknown): Lease {
    const { token, renewInSeconds } = typeof answer === 'string' ? { token: answer } : Object(answer)
    const seconds = secondsUntilRenewal(token, { leadInSeconds, ...(now && { now }) })
    if (renewInSeconds === undefined) return { token, seconds }
    check(secondsSchema, renewInSeconds, 'INVALID_OPTION', 'renewInSeconds')
    return { token, seconds: renewInSeconds + DEFAULT_LEAD_IN_SECONDS - leadInSeconds }
  }

  return {
    getToken: async () => (await provider()).getToken(),
    renew: async () => (await provider()).renew(),
    dispose: () => disposal.abort()
  }
}

function unavailable(reason: string): Token04Error {
  return new Token04Error('TOKEN_UNAVAILABLE', `There is no token: ${reason}.`)
}
