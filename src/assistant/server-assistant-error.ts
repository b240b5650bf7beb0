import { Token04Error } from '../errors.js'

/**
 * What `zego-token04/server-assistant` throws: a {@link Token04Error} with the two fields of what ZEGO's Node.js assistant throws,
 * under which code that was written for it goes on to find them.
 *
 * @example
 * ```ts
 * import { generateToken04, ServerAssistantError } from 'zego-token04/server-assistant'
 *
 * try {
 *   generateToken04(1, '', 'fa94dd0f974cf2e293728a526b028271', 3600)
 * } catch (error) {
 *   if (error instanceof ServerAssistantError) {
 *     error.errorCode // => 3
 *     error.code // => 'INVALID_USER_ID'
 *   }
 * }
 * ```
 */
export class ServerAssistantError extends Token04Error {
  /** What was wrong, what was expected, and what to do: the same text as `message`. */
  readonly errorMessage: string

  /** Errors are made by the library; the constructor is public for the sake of tests and stand-ins. */
  constructor({ code, message }: Token04Error) {
    super(code, message)
    this.errorMessage = message
  }

  /** True for a `ServerAssistantError` of any copy of the library. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Token04Error && 'errorMessage' in value
  }
}
