import { Refusal } from './refusal.js'
import type { TokenErrorCode } from './types.js'

/** Gives what a work gives, or a refusal where it takes longer. */
export type TimeLimit = <T>(work: Promise<T>) => Promise<T>

/** Makes the limit for so many seconds. */
export type TimeLimiter = (seconds: number, code: TokenErrorCode) => TimeLimit

/** A timer for each work: on platforms where timers belong to the request that started them, as in Workers. */
export const ownTimers: TimeLimiter = (seconds, code) =>
  limitWith(code, (refuse) => {
    const timer = setTimeout(refuse, seconds * 1000)
    return () => clearTimeout(timer)
  })

interface Waiting {
  readonly due: number
  readonly refuse: () => void
}

/** One timer for all works, which costs less in Node.js. All may take equally long: who came first is due first. */
export const sharedTimer: TimeLimiter = (seconds, code) => {
  const milliseconds = seconds * 1000
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

  function setTimer(left: number) {
    isSet = true
    const timer: { unref?(): unknown } = setTimeout(wake, Math.ceil(left))
    // it goes on when nothing waits any more, and must not keep a process from its end; that of Deno is a number
    timer.unref?.()
  }

  return limitWith(code, (refuse) => {
    const work = { due: performance.now() + milliseconds, refuse }
    waiting.add(work)
    if (!isSet) setTimer(milliseconds)
    return () => waiting.delete(work)
  })
}

/** `watch` calls back when the time of a work is over, and gives what stops that. */
function limitWith(code: TokenErrorCode, watch: (refuse: () => void) => () => void): TimeLimit {
  return (work) =>
    new Promise((resolve, reject) => {
      const stop = watch(() => reject(new Refusal(code)))
      const stopAnd =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          stop()
          settle(value)
        }
      work.then(stopAnd(resolve), stopAnd(reject))
    })
}
