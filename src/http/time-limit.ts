import { Refusal } from './refusal.js'
import type { TokenErrorCode } from './types.js'

/** Gives what a work gives, or a refusal where it takes longer. */
export type TimeLimit = <T>(work: Promise<T>) => Promise<T>

/** Makes the limit for so many seconds. */
export type TimeLimiter = (seconds: number, code: TokenErrorCode) => TimeLimit

/** A timer for each work: on platforms where timers belong to the request that started them, as in Workers. */
export const ownTimers: TimeLimiter = (seconds, code) => (work) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal(code)), seconds * 1000)
    const stop =
      <V>(settle: (value: V) => void) =>
      (value: V) => {
        clearTimeout(timer)
        settle(value)
      }
    work.then(stop(resolve), stop(reject))
  })

interface Waiting {
  readonly due: number
  readonly refuse: () => void
}

/** One timer for all works, which in Node.js takes a tenth of the time of an answer less. All may take equally long: who came first is due first. */
export const sharedTimer: TimeLimiter = (seconds, code) => {
  const waiting = new Set<Waiting>()
  let isSet = false

  function wake() {
    isSet = false
    for (const work of waiting) {
      const left = work.due - performance.now()
      if (left > 0) return setTimer(left)
      waiting.delete(work)
      work.refuse()
    }
  }

  function setTimer(milliseconds: number) {
    isSet = true
    const timer: { unref?(): unknown } = setTimeout(wake, Math.ceil(milliseconds))
    // it goes on when nothing waits any more, and must not keep a process from its end; that of Deno is a number
    timer.unref?.()
  }

  return (work) =>
    new Promise((resolve, reject) => {
      const milliseconds = seconds * 1000
      const one = { due: performance.now() + milliseconds, refuse: () => reject(new Refusal(code)) }
      const stop =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          waiting.delete(one)
          settle(value)
        }
      waiting.add(one)
      if (!isSet) setTimer(milliseconds)
      work.then(stop(resolve), stop(reject))
    })
}
