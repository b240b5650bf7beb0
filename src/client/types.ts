import type { Clock, TokenAnswer } from '../types.js'

/**
 * What `fetchToken` gets.
 *
 * @example
 * ```ts
 * import { createTokenProvider, type FetchTokenContext } from 'zego-token04'
 *
 * const fetchToken = async ({ signal }: FetchTokenContext) => {
 *   const response = await fetch('https://api.example.com/token', { method: 'POST', signal })
 *   return response.json()
 * }
 * createTokenProvider({ fetchToken }).dispose()
 * ```
 */
export interface FetchTokenContext {
  /** An `AbortSignal`, aborted when the time for it is over, and by `dispose()`: pass it to `fetch`. */
  readonly signal: typeof globalThis extends { AbortSignal: { prototype: infer Signal } } ? Signal : unknown
}

/**
 * Options of `createTokenProvider`.
 *
 * @example
 * ```ts
 * import { createTokenProvider, type TokenProviderOptions } from 'zego-token04'
 *
 * const options: TokenProviderOptions = {
 *   fetchToken: () => '04AAAAAGVT/xAADAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAE=', // from your server, in an app
 *   now: () => 1700000000,
 *   shouldRetry: (error, attempt) => attempt < 3 && !(error instanceof TypeError)
 * }
 * const provider = createTokenProvider(options)
 * const token = await provider.getToken()
 * token.startsWith('04') // => true
 * provider.dispose()
 * ```
 */
export interface TokenProviderOptions {
  /** Asks your server for a token: gives what a token endpoint answers, or the token alone. It has 10 seconds. */
  fetchToken: (context: FetchTokenContext) => TokenAnswer | string | Promise<TokenAnswer | string>
  /** How long before its expiry to renew a token, in seconds; default 30, when ZEGO's SDKs announce it. */
  leadInSeconds?: number
  /** Told of each token that takes the place of another: pass it to `renewToken` of ZEGO's SDK. */
  onTokenRenewed?: (token: string) => unknown
  /** Told when a renewal that nobody waits for has failed, and will be tried again. */
  onError?: (error: unknown) => unknown
  /** Whether to try again after an error; `attempt` counts from 1. Default: five attempts. */
  shouldRetry?: (error: unknown, attempt: number) => boolean
  /** Clock in Unix seconds, asked only where `fetchToken` gives a token alone; default the system's. */
  now?: Clock
}

/**
 * Keeps a client in tokens.
 *
 * @example
 * ```ts
 * import { createTokenProvider, type TokenProvider } from 'zego-token04'
 *
 * const token = '04AAAAAGVT/xAADAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAE='
 * const provider: TokenProvider = createTokenProvider({ fetchToken: () => ({ token, expire: 1700003600, renewInSeconds: 3570 }) })
 * const renewed = await provider.renew()
 * renewed === token // => true
 * provider.dispose()
 * ```
 */
export interface TokenProvider {
  /** The token: the one at hand, as long as it is not due for renewal, else a new one. All who wait share one request. */
  getToken(): Promise<string>
  /** A new token, whatever is at hand: for `tokenWillExpire` and `onRoomTokenWillExpire` of ZEGO's SDKs. */
  renew(): Promise<string>
  /** Ends renewals and requests; whoever waits is refused with `TOKEN_UNAVAILABLE`. */
  dispose(): void
}
