import type { ProviderSettings } from './provider-options.js'
import { stopwatch } from './stopwatch.js'
import type { FetchTokenContext, TokenProvider } from './types.js'

/** A token, and in how many seconds to renew it. */
export interface Lease {
  readonly token: string
  readonly seconds: number
}

interface Held {
  readonly token: string
  readonly secondsLeft: () => number
}

interface Work extends ProviderSettings {
  readonly readAnswer: (answer: unknown) => Lease
  readonly unavailable: (reason: string) => Error
}

/** A provider at work, until the signal is aborted. */
export function startProvider(work: Work, disposal: AbortSignal): Omit<TokenProvider, 'dispose'> {
  const { fetchToken, readAnswer, unavailable, shouldRetry = fewTimes, onTokenRenewed, onError } = work
  let held: Held | undefined
  let renewal: Promise<string> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let giveUp: (reason: string) => void = ignore

  disposal.addEventListener('abort', () => {
    held = undefined
    clearTimeout(timer)
    giveUp(DISPOSED)
  })
  return { getToken: async () => (held !== undefined && held.secondsLeft() > 0 ? held.token : renew()), renew }

  function renew(): Promise<string> {
    renewal ??= run().finally(() => {
      renewal = undefined
    })
    return renewal
  }

  async function run(): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        checkNotDisposed()
        const elapsed = stopwatch()
        return hold(readAnswer(await wait(FETCH_SECONDS, fetchToken)), elapsed)
      } catch (error) {
        clearTimeout(timer)
        // shouldRetry may be what disposes
        if (disposal.aborted || !shouldRetry(error, attempt) || disposal.aborted) {
          if (held !== undefined) arm(LONGEST_BACK_OFF_SECONDS, wake)
          throw error
        }
        await wait(backOff(attempt))
      }
    }
  }

  function hold({ token, seconds }: Lease, elapsed: () => number): string {
    checkNotDisposed()
    const due = Math.max(seconds, SHORTEST_RENEWAL_SECONDS)
    if (held !== undefined) Promise.resolve(token).then(onTokenRenewed).catch(onError).catch(ignore)
    held = { token, secondsLeft: () => due - elapsed() }
    arm(due, wake)
    return token
  }

  /** What `work` gives in this time; without work, the time alone. */
  function wait(seconds: number, work?: (context: FetchTokenContext) => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const controller = new AbortController()
      giveUp = (reason) => {
        controller.abort()
        reject(unavailable(reason))
      }
      arm(seconds, work === undefined ? () => resolve(undefined) : () => giveUp(TOO_LATE))
      if (work !== undefined) Promise.resolve(controller).then(work).then(resolve, reject)
    })
  }

  function arm(seconds: number, then: () => void): void {
    clearTimeout(timer)
    timer = setTimeout(then, Math.min(seconds * 1000, LONGEST_TIMER))
    // of Node.js, which is not to be kept running
    if (typeof timer === 'object') timer.unref()
  }

  // armed while a token is held; a timer cannot be as long as a token may be valid
  function wake(): void {
    const seconds = (held as Held).secondsLeft()
    if (seconds > 0) arm(seconds, wake)
    else renew().catch(onError).catch(ignore)
  }

  function checkNotDisposed(): void {
    if (disposal.aborted) throw unavailable(DISPOSED)
  }
}

const FETCH_SECONDS = 10
const SHORTEST_RENEWAL_SECONDS = 5
const LONGEST_BACK_OFF_SECONDS = 30
const LONGEST_TIMER = 2 ** 31 - 1

// clients that failed together do not come back together
function backOff(attempt: number): number {
  return Math.min(2 ** (attempt - 1), LONGEST_BACK_OFF_SECONDS) * (0.5 + Math.random())
}

const DISPOSED = 'dispose() was called'
const TOO_LATE = `fetchToken() gave none within ${FETCH_SECONDS} seconds`

const ATTEMPTS = 5

function fewTimes(_error: unknown, attempt: number): boolean {
  return attempt < ATTEMPTS
}

function ignore(): void {}
