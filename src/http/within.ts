import { Refusal } from './refusal.js'
import type { TokenErrorCode } from './types.js'

/** What `work` gives, or a refusal where it takes longer. */
export function within<T>(seconds: number, work: Promise<T>, code: TokenErrorCode): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal(code)), seconds * 1000)
    const stop =
      <V>(settle: (value: V) => void) =>
      (value: V) => {
        clearTimeout(timer)
        settle(value)
      }
    work.then(stop(resolve), stop(reject))
  })
}
