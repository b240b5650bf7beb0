import type { Token04Error } from '../errors.js'
import { UsageError } from './usage-error.js'

/** Runs what makes something: where that is refused, no token was bad, but the command was used wrongly. */
export function making<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    const { message, code } = error as Token04Error
    throw new UsageError(message, code)
  }
}
