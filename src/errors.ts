/**
 * Claims of a token04, as ZEGO names them.
 *
 * @example
 * ```ts
 * import { type ClaimName, Token04Error } from 'zego-token04'
 *
 * const claim: ClaimName = 'nonce'
 * new Token04Error('INVALID_CLAIMS', 'a stand-in', claim).zegoCode // => 1002080
 * ```
 */
export type ClaimName = 'app_id' | 'user_id' | 'nonce' | 'ctime' | 'expire' | 'payload'

/**
 * Every code that a {@link Token04Error} can have.
 *
 * @example
 * ```ts
 * import { type ErrorCode, Token04Error } from 'zego-token04'
 *
 * // after these, a client should ask for a new token
 * const RENEWABLE: ReadonlySet<ErrorCode> = new Set(['EXPIRED', 'ROOM_ID_MISMATCH'])
 * RENEWABLE.has(new Token04Error('EXPIRED', 'a stand-in').code) // => true
 * ```
 */
export type ErrorCode =
  // making a token
  | 'INVALID_APP_ID'
  | 'INVALID_USER_ID'
  | 'INVALID_SERVER_SECRET'
  | 'INVALID_EFFECTIVE_TIME'
  | 'INVALID_OPTION'
  | 'TOKEN_TOO_LARGE'
  | 'BROWSER_REFUSED'
  | 'CRYPTO_UNAVAILABLE'
  // making and reading one
  | 'INVALID_PAYLOAD'
  // reading one
  | 'MALFORMED_TOKEN'
  | 'UNSUPPORTED_VERSION'
  | 'MODE_NOT_ALLOWED'
  | 'DECRYPTION_FAILED'
  | 'INVALID_CLAIMS'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'EXPIRE_MISMATCH'
  | 'APP_ID_MISMATCH'
  | 'USER_ID_MISMATCH'
  | 'ROOM_ID_MISMATCH'
  // getting one, as a client
  | 'TOKEN_UNAVAILABLE'
  // authorizing its holder
  | 'LOGIN_DENIED'
  | 'PUBLISH_DENIED'
  | 'STREAM_ID_DENIED'

// as ZEGO's assistants number the errors of making a token
const ASSISTANT_CODES: Readonly<Partial<Record<ErrorCode, number>>> = {
  INVALID_APP_ID: 1,
  INVALID_USER_ID: 3,
  INVALID_SERVER_SECRET: 5,
  INVALID_EFFECTIVE_TIME: 6
}
const NO_ASSISTANT_CODE = -1

/** What a client sees when ZEGO refuses such a token, where ZEGO documents it. A claim stands for INVALID_CLAIMS about it. */
export const ZEGO_CODES: Readonly<Partial<Record<ErrorCode | ClaimName, number>>> = {
  MALFORMED_TOKEN: 1102016,
  UNSUPPORTED_VERSION: 1002079,
  DECRYPTION_FAILED: 1002033,
  INVALID_PAYLOAD: 1002075,
  EXPIRED: 1002078,
  EXPIRE_MISMATCH: 1002078,
  APP_ID_MISMATCH: 1002076,
  USER_ID_MISMATCH: 1002077,
  PUBLISH_DENIED: 1002082,
  // the claim at fault, with INVALID_CLAIMS
  app_id: 1002076,
  user_id: 1002077,
  nonce: 1002080,
  expire: 1002078,
  payload: 1002075
}

// registered symbols are shared by the ES module and the CommonJS copy of this file
const BRAND = Symbol.for('zego-token04.Token04Error')

/**
 * The only error that this library throws or rejects with.
 *
 * Switch on `code`; texts may change. No text holds a secret, a key, or what a token encrypts.
 * `instanceof` also recognises errors of another copy of the library in the same process, such as its CommonJS build.
 *
 * @example Tell an expired token from a wrong one
 * ```ts
 * import { importServerSecret, Token04Error, verifyToken04 } from 'zego-token04'
 *
 * const serverSecret = importServerSecret('fa94dd0f974cf2e293728a526b028271')
 * try {
 *   await verifyToken04('04AAAA', { serverSecret })
 * } catch (error) {
 *   if (error instanceof Token04Error) error.zegoCode // => 1102016
 * }
 * ```
 */
export class Token04Error extends Error {
  /** What went wrong: stable, to switch on. */
  readonly code: ErrorCode
  /** The number that ZEGO's assistants give to an error of making a token; -1 where they have none. */
  readonly errorCode: number
  /** The code a client gets from ZEGO for such a token, where ZEGO documents one. */
  declare readonly zegoCode?: number
  /** The claim at fault, with `INVALID_CLAIMS`. */
  declare readonly claim?: ClaimName

  /** Errors are made by the library; the constructor is public for the sake of tests and stand-ins. */
  constructor(code: ErrorCode, message: string, claim?: ClaimName) {
    super(message)
    Object.defineProperty(this, BRAND, { value: true })
    this.code = code
    this.errorCode = ASSISTANT_CODES[code] ?? NO_ASSISTANT_CODE
    const zegoCode = ZEGO_CODES[claim ?? code]
    if (zegoCode !== undefined) this.zegoCode = zegoCode
    if (claim !== undefined) this.claim = claim
  }

  /** Always `'Token04Error'`. */
  override get name(): string {
    return 'Token04Error'
  }

  /** True for a `Token04Error` of any copy of the library. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value
  }
}
