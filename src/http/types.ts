import type { Clock, Mode, RtcRoomPayload, ServerSecret } from '../types.js'

/**
 * Who asks for a token, and what he may do: what `authenticate` answers. Limits: those of `generateToken04` and `privilegePayload`.
 *
 * With `roomId`, the token is good for that room only, and by default for logging in, not for publishing. Without, it is a basic
 * token, which is good for every room and for publishing there; the other fields are then refused.
 *
 * @example
 * ```ts
 * import { type AuthenticatedUser, createTokenHandler } from 'zego-token04/http'
 *
 * const host: AuthenticatedUser = { userId: 'demo', roomId: 'lobby', canPublish: true, streamIds: ['demo-camera'] }
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const handler = createTokenHandler({ appId: 1, serverSecret, authenticate: () => host })
 * const response = await handler(new Request('https://example.com/token', { method: 'POST' }))
 * response.status // => 200
 * ```
 */
export interface AuthenticatedUser {
  /** The user that the token is for: 1 to 64 bytes of UTF-8, no control characters. */
  userId: string
  /** The only room that the token is good for; left out, any room. */
  roomId?: string | undefined
  /** May the user log in to the room? Default true. */
  canLogin?: boolean | undefined
  /** May the user publish streams? Default false. */
  canPublish?: boolean | undefined
  /** Streams that the user may publish; left out, any. */
  streamIds?: readonly string[] | null | undefined
}

/**
 * What `authenticate` gets beside the request.
 *
 * @example
 * ```ts
 * import { type AuthenticationContext, createTokenHandler } from 'zego-token04/http'
 *
 * const sessions = { find: async (_id: string | null, { signal }: AuthenticationContext) => (signal.aborted ? null : { user: 'demo' }) }
 * const handler = createTokenHandler({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271', // from the environment, in an app
 *   authenticate: async (request, context) => {
 *     const session = await sessions.find(request.headers.get('authorization'), context)
 *     return session && { userId: session.user }
 *   }
 * })
 * const response = await handler(new Request('https://example.com/token', { method: 'POST' }))
 * response.status // => 200
 * ```
 */
export interface AuthenticationContext {
  /** Aborted when the time for `authenticate` is over, and when the client has gone. */
  readonly signal: AbortSignal
}

/**
 * Which pages of other origins may read the answers.
 *
 * @example
 * ```ts
 * import { type CorsOptions, createTokenHandler } from 'zego-token04/http'
 *
 * const cors: CorsOptions = { origins: ['https://app.example.com'], credentials: true }
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const handler = createTokenHandler({ appId: 1, serverSecret, authenticate: () => ({ userId: 'demo' }), cors })
 * const headers = { origin: 'https://app.example.com' }
 * const response = await handler(new Request('https://api.example.com/token', { method: 'POST', headers }))
 * response.headers.get('access-control-allow-origin') // => 'https://app.example.com'
 * ```
 */
export interface CorsOptions {
  /** Origins as browsers send them, such as `https://app.example.com`, or `'*'` for all. */
  origins: readonly string[] | '*'
  /** May they send cookies? Default false. Refused together with `'*'`. */
  credentials?: boolean
  /** Headers that they may send; default `authorization` and `content-type`. */
  allowedHeaders?: readonly string[]
  /** How long, in seconds, a browser may remember this: 0 to 86,400, default 600. */
  maxAgeInSeconds?: number
}

/**
 * Options of `createTokenHandler` and `createTokenListener`. Limits: `schema/token-handler-options.json`.
 *
 * @example
 * ```ts
 * import { createTokenHandler, type TokenHandlerOptions } from 'zego-token04/http'
 *
 * const options: TokenHandlerOptions = {
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271', // from the environment, in an app
 *   authenticate: (request) => (request.headers.get('authorization') === 'Bearer demo' ? { userId: 'demo' } : null),
 *   effectiveTimeInSeconds: 600
 * }
 * const response = await createTokenHandler(options)(new Request('https://example.com/token', { method: 'POST' }))
 * response.status // => 401
 * ```
 */
export interface TokenHandlerOptions {
  /** AppID of the project in the ZEGO console: 1 to 4,294,967,295. */
  appId: number
  /** The 32-byte ServerSecret, or what `importServerSecret` returned. */
  serverSecret: string | ServerSecret
  /**
   * Tells who sent the request, and what he may do; null or undefined: nobody, which is answered with 401. Its body, of at most
   * 4 KiB, has been read: `request.json()` gives the JSON object in it; where there is none, the caller is answered with 400.
   */
  authenticate: (
    request: Request,
    context: AuthenticationContext
  ) => AuthenticatedUser | null | undefined | Promise<AuthenticatedUser | null | undefined>
  /** How long the tokens are valid, in seconds; default 3600. */
  effectiveTimeInSeconds?: number
  /** Default `'gcm'`. */
  mode?: Mode
  /**
   * The payload of all tokens, or a function that gives that of a user; `''` makes a basic token. Left out: it is built of what
   * `authenticate` answers. A payload that is no function and a `roomId` refuse each other.
   */
  payload?: RtcRoomPayload | string | ((user: AuthenticatedUser) => RtcRoomPayload | string | Promise<RtcRoomPayload | string>)
  /** Which pages of other origins may read the answers; left out: none. */
  cors?: CorsOptions
  /** How long `authenticate` may take, and then `payload` where it is a function: 1 to 3600 seconds, default 10. */
  authenticateTimeoutInSeconds?: number
  /** How long the body of a request may take to arrive: 1 to 3600 seconds, default 10. */
  bodyTimeoutInSeconds?: number
  /** Told of what the caller is not: errors of `authenticate` and `payload`, and answers of theirs that no token can be made of. */
  onError?: (error: unknown, request: Request) => unknown
  /** Clock in Unix seconds; default the system's. */
  now?: Clock
}

/**
 * What went wrong, in the body of an answer: stable, to switch on.
 *
 * `INVALID_BODY` 400, `INVALID_USER` 400 (a user or room that no token can be made for), `UNAUTHENTICATED` 401, `METHOD_NOT_ALLOWED`
 * 405, `BODY_TIMEOUT` 408, `BODY_TOO_LARGE` 413, `INTERNAL_ERROR` 500, `AUTHENTICATION_TIMEOUT` 503.
 *
 * @example
 * ```ts
 * import { createTokenHandler, type TokenErrorCode } from 'zego-token04/http'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const handler = createTokenHandler({ appId: 1, serverSecret, authenticate: () => null })
 * const response = await handler(new Request('https://example.com/token', { method: 'POST' }))
 * const code: TokenErrorCode = (await response.json()).error.code
 * code // => 'UNAUTHENTICATED'
 * ```
 */
export type TokenErrorCode =
  | 'INVALID_BODY'
  | 'INVALID_USER'
  | 'UNAUTHENTICATED'
  | 'METHOD_NOT_ALLOWED'
  | 'BODY_TIMEOUT'
  | 'BODY_TOO_LARGE'
  | 'INTERNAL_ERROR'
  | 'AUTHENTICATION_TIMEOUT'
