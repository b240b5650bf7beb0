import type { Refusal } from './refusal.js'
import type { TokenErrorCode } from './types.js'

export type HeaderFields = Readonly<Record<string, string>>

/** What to answer, for any platform to write. */
export interface Answer {
  readonly status: number
  readonly headers: HeaderFields
  /** JSON, or nothing at all. */
  readonly body: string | null
}

const METHODS = 'POST, OPTIONS'

// a token must not stay in a cache, nor be taken for a page
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const
const JSON_HEADERS = { 'content-type': 'application/json', ...HEADERS } as const

/** An answer with a JSON body. */
export function jsonAnswer(status: number, value: object, headers: HeaderFields = {}): Answer {
  return { status, headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(value) }
}

/** The answer to OPTIONS. */
export function optionsAnswer(headers: HeaderFields): Answer {
  return { status: 204, headers: { allow: METHODS, ...HEADERS, ...headers }, body: null }
}

/** The answer to a request that gets no token. */
export function refusalAnswer({ code, status, message }: Refusal, headers: HeaderFields): Answer {
  return jsonAnswer(status, { error: { code, message } }, { ...EXTRA[code], ...headers })
}

const EXTRA: Readonly<Partial<Record<TokenErrorCode, HeaderFields>>> = {
  METHOD_NOT_ALLOWED: { allow: METHODS },
  // RFC 9110 asks for a challenge
  UNAUTHENTICATED: { 'www-authenticate': 'Bearer' }
}
