import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ownTimers, sharedTimer } from '../../../src/http/time-limit.js'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const never = () => new Promise<string>(() => {})
const later = (milliseconds: number) => new Promise<string>((resolve) => setTimeout(resolve, milliseconds, 'done'))

/** What becomes of a promise, and after how many milliseconds. */
async function fate(promise: Promise<string>): Promise<[string, number]> {
  const start = Date.now()
  const outcome = await promise.catch((error) => error.code ?? error.message)
  return [outcome, Date.now() - start]
}

describe.each([
  ['a timer each', ownTimers],
  ['one timer for all', sharedTimer]
])('a time limit with %s', (_name, limiter) => {
  test('gives what comes in time, and refuses what does not', async () => {
    const limit = limiter(2, 'BODY_TIMEOUT')
    const fates = [
      fate(limit(later(1999))),
      fate(limit(never())),
      fate(limit(Promise.reject(new Error('its own')))),
      fate(limit(Promise.resolve('at once')))
    ]
    await vi.advanceTimersByTimeAsync(2000)
    expect(await Promise.all(fates)).toEqual([
      ['done', 1999],
      ['BODY_TIMEOUT', 2000],
      ['its own', 0],
      ['at once', 0]
    ])
  })

  test('gives each work its own time, whenever it came', async () => {
    const limit = limiter(1, 'AUTHENTICATION_TIMEOUT')
    const first = fate(limit(never()))
    await vi.advanceTimersByTimeAsync(400)
    const second = fate(limit(never()))
    const third = fate(limit(later(900)))
    await vi.advanceTimersByTimeAsync(300)
    const fourth = fate(limit(never()))
    await vi.advanceTimersByTimeAsync(2000)
    const afterAPause = fate(limit(never()))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await Promise.all([first, second, third, fourth, afterAPause])).toEqual([
      ['AUTHENTICATION_TIMEOUT', 1000],
      ['AUTHENTICATION_TIMEOUT', 1000],
      ['done', 900],
      ['AUTHENTICATION_TIMEOUT', 1000],
      ['AUTHENTICATION_TIMEOUT', 1000]
    ])
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('one timer for all is one timer, which keeps no process from its end', async () => {
  const limit = sharedTimer(5, 'BODY_TIMEOUT')
  const timers = vi.spyOn(globalThis, 'setTimeout')
  for (let work = 0; work < 1000; work++) limit(never()).catch(() => {})
  expect(timers).toHaveBeenCalledOnce()
  const [timer] = timers.mock.results.map(({ value }) => value as NodeJS.Timeout)
  expect(timer?.hasRef()).toBe(false)
})

test('one timer for all works where a timer is a number, as in Deno', async () => {
  const start = globalThis.setTimeout
  vi.stubGlobal('setTimeout', (...given: Parameters<typeof setTimeout>) => Number(start(...given)))
  try {
    const refused = fate(sharedTimer(1, 'BODY_TIMEOUT')(never()))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await refused).toEqual(['BODY_TIMEOUT', 1000])
  } finally {
    vi.unstubAllGlobals()
  }
})
