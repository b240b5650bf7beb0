import { type ErrorCode, Token04Error } from '../errors.js'
import { MAX_BODY_BYTES } from '../validation/compiled.js'
import type { TokenErrorCode } from './types.js'

/** Status and text of each refusal. No text depends on the request. */
const REFUSALS: Readonly<Record<TokenErrorCode, readonly [status: number, message: string]>> = {
  INVALID_BODY: [400, 'The body must be a complete JSON object.'],
  INVALID_USER: [400, 'No token can be made for this user or room.'],
  UNAUTHENTICATED: [401, 'It is not known who asks for a token.'],
  METHOD_NOT_ALLOWED: [405, 'A token is asked for with POST.'],
  BODY_TIMEOUT: [408, 'The body took too long to arrive.'],
  BODY_TOO_LARGE: [413, `The body must have at most ${MAX_BODY_BYTES} bytes.`],
  INTERNAL_ERROR: [500, 'The server failed.'],
  AUTHENTICATION_TIMEOUT: [503, 'The server took too long to find out who asks for a token.']
}

/** Ends a request with an answer that is no token. `cause`: what the server's own people should hear of. */
export class Refusal extends Error {
  readonly code: TokenErrorCode
  readonly status: number

  constructor(code: TokenErrorCode, cause?: unknown) {
    const [status, message] = REFUSALS[code]
    super(message, { cause })
    this.code = code
    this.status = status
  }
}

// what may come from the caller by way of `authenticate`: a room of his choice, for example
const OF_USER: ReadonlySet<ErrorCode> = new Set(['INVALID_USER_ID', 'INVALID_PAYLOAD', 'TOKEN_TOO_LARGE'])

/** How to answer an error of making a token. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const isOfUser = error instanceof Token04Error && OF_USER.has(error.code)
  return new Refusal(isOfUser ? 'INVALID_USER' : 'INTERNAL_ERROR', error)
}
