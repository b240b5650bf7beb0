import { type ErrorCode, Token04Error } from '../errors.js'

/** Runs code that touches a caller's object, whose getters and proxies may throw anything. */
export function reading<T>(name: string, code: ErrorCode, read: () => T): T {
  try {
    return read()
  } catch {
    // the caller's own error may quote what it must not, so it is not passed on
    throw new Token04Error(code, `${name} could not be read: a getter, proxy or function of it threw.`)
  }
}
