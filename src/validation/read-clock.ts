import { Token04Error } from '../errors.js'
import { check } from './check.js'
import { clock as clockAnswer } from './compiled.js'
import { describe } from './describe.js'
import { reading } from './reading.js'

/** The time in whole Unix seconds, from the caller's clock or the system's. */
export function readClock(now: unknown): number {
  if (now === undefined) return Math.floor(Date.now() / 1000)
  if (typeof now !== 'function') {
    throw new Token04Error('INVALID_OPTION', `now must be a function that returns Unix seconds; found ${describe(now)}.`)
  }
  const seconds = reading('now', 'INVALID_OPTION', () => now() as unknown)
  check(clockAnswer, seconds, 'INVALID_OPTION', 'the result of now() in Unix seconds')
  return Math.floor(seconds as number)
}
