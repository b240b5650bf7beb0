import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTokenProvider, generateToken04, Token04Error, type TokenProviderOptions } from '../../src/index.js'
import { basic, NOW, refusal } from '../support/tokens.js'

const SECOND = 1000

beforeEach(async () => {
  // what does the work is loaded on first use, which is no matter of timers
  await createTokenProvider({ fetchToken: () => tokens[0] as string, now: () => NOW }).getToken()
  vi.useFakeTimers({ now: NOW * SECOND })
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})

afterEach(() => {
  for (const provider of providers.splice(0)) provider.dispose()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

// three that can be told apart, each valid for an hour
const tokens = await Promise.all(['a', 'b', 'c'].map((userId) => generateToken04(basic({ userId }))))
const providers: { dispose(): void }[] = []

/** A provider whose n-th request gets the n-th token, as a token endpoint answers it. */
function provider(patch: Partial<TokenProviderOptions> = {}, renewInSeconds = 3570) {
  let calls = 0
  const fetchToken = vi.fn(patch.fetchToken ?? (() => answer(calls++, renewInSeconds)))
  const made = createTokenProvider({ ...patch, fetchToken })
  providers.push(made)
  return { ...made, fetchToken }
}

const answer = (index: number, renewInSeconds = 3570) => ({
  token: tokens[index % 3] as string,
  expire: NOW + 3600,
  renewInSeconds
})

const pass = async (seconds: number) => {
  // a provider that was just asked waits for this, too
  await import('../../src/client/start-provider.js')
  await vi.advanceTimersByTimeAsync(seconds * SECOND)
}

/** The outcome of a promise, without an unhandled rejection in between. */
const settled = (promise: Promise<unknown>) => promise.catch((error: unknown) => error)

describe('getToken', () => {
  test('asks once, and gives everyone the same token until it is due', async () => {
    const { getToken, fetchToken } = provider()
    expect(await Promise.all([getToken(), getToken(), getToken()])).toEqual(Array(3).fill(tokens[0]))
    await pass(3569)
    expect(await getToken()).toBe(tokens[0])
    expect(fetchToken).toHaveBeenCalledOnce()
  })

  test('asks for nothing before it is called', async () => {
    const { fetchToken } = provider()
    await pass(3600)
    expect(fetchToken).not.toHaveBeenCalled()
  })

  test('takes a token alone, and asks the clock how long it is good', async () => {
    const { getToken, fetchToken } = provider({ fetchToken: () => tokens[0] as string, now: () => NOW + 3000 })
    expect(await getToken()).toBe(tokens[0])
    await pass(569)
    expect(fetchToken).toHaveBeenCalledOnce()
    await pass(1)
    expect(fetchToken).toHaveBeenCalledTimes(2)
  })

  test('does not care for a clock that is wrong, where the server says when to renew', async () => {
    vi.setSystemTime((NOW + 1_000_000) * SECOND)
    const { getToken, fetchToken } = provider()
    await getToken()
    await pass(3569)
    expect(fetchToken).toHaveBeenCalledOnce()
  })

  test('asks again after the machine has slept, whatever the timers did', async () => {
    const { getToken, fetchToken } = provider()
    await getToken()
    vi.setSystemTime((NOW + 3570) * SECOND)
    expect(await getToken()).toBe(tokens[1])
    expect(fetchToken).toHaveBeenCalledTimes(2)
  })

  test.each([
    ['no token', { expire: 1 }, 'MALFORMED_TOKEN'],
    ['nothing', undefined, 'MALFORMED_TOKEN'],
    ['null', null, 'MALFORMED_TOKEN'],
    ['a token of another version', '03AAAA', 'UNSUPPORTED_VERSION'],
    ['no time to renew it', { ...answer(0), renewInSeconds: -1 }, 'INVALID_OPTION']
  ])('refuses an answer that is %s', async (_what, given, code) => {
    const { getToken } = provider({ fetchToken: () => given as never, shouldRetry: () => false })
    expect((await refusal(getToken)).code).toBe(code)
  })
})

describe('renewal', () => {
  test('comes by itself when the token is due, again and again, and is told', async () => {
    const onTokenRenewed = vi.fn()
    const { getToken, fetchToken } = provider({ onTokenRenewed })
    await getToken()
    await pass(3570)
    expect(onTokenRenewed.mock.calls).toEqual([[tokens[1]]])
    await pass(3570)
    expect(onTokenRenewed.mock.calls).toEqual([[tokens[1]], [tokens[2]]])
    expect(fetchToken).toHaveBeenCalledTimes(3)
  })

  test('comes earlier or later as asked', async () => {
    for (const [leadInSeconds, due] of [
      [600, 3000],
      [0, 3600]
    ] as const) {
      const { getToken, fetchToken } = provider({ leadInSeconds })
      await getToken()
      await pass(due - 1)
      expect(fetchToken).toHaveBeenCalledOnce()
      await pass(1)
      expect(fetchToken).toHaveBeenCalledTimes(2)
    }
  })

  test('does not run wild on tokens that are always due', async () => {
    const { getToken, fetchToken } = provider({ leadInSeconds: 3600 })
    await getToken()
    await getToken()
    expect(fetchToken).toHaveBeenCalledOnce()
    await pass(100)
    expect(fetchToken).toHaveBeenCalledTimes(21)
  })

  test('waits as long as a token is valid, also where that is longer than a timer can be', async () => {
    const days = 24 * 3600
    const { getToken, fetchToken } = provider({}, 40 * days)
    await getToken()
    await pass(39 * days)
    expect(fetchToken).toHaveBeenCalledOnce()
    await pass(days)
    expect(fetchToken).toHaveBeenCalledTimes(2)
  })

  test('comes at once where it is asked for, and is shared', async () => {
    const onTokenRenewed = vi.fn()
    const { getToken, renew, fetchToken } = provider({ onTokenRenewed })
    await getToken()
    expect(await Promise.all([renew(), renew()])).toEqual([tokens[1], tokens[1]])
    expect(await getToken()).toBe(tokens[1])
    expect(fetchToken).toHaveBeenCalledTimes(2)
    await pass(0)
    expect(onTokenRenewed.mock.calls).toEqual([[tokens[1]]])
  })

  test('goes on where who is told of it fails', async () => {
    const onError = vi.fn()
    const error = new Error('of onTokenRenewed')
    const { getToken, fetchToken } = provider({
      onError,
      onTokenRenewed: () => {
        throw error
      }
    })
    await getToken()
    await pass(2 * 3570)
    expect(fetchToken).toHaveBeenCalledTimes(3)
    expect(onError.mock.calls).toEqual([[error], [error]])
  })
})

describe('after an error', () => {
  const failing = (times: number, error = new Error('503')) => {
    let calls = 0
    return async () => {
      if (calls++ < times) throw error
      return answer(0)
    }
  }

  test('it tries again after 1, 2, 4 and 8 seconds, and all who wait get the token', async () => {
    const { getToken, fetchToken } = provider({ fetchToken: failing(4) })
    const waiting = [getToken(), getToken()]
    const calls: number[] = []
    for (const seconds of [0, 0.999, 0.001, 1.999, 0.001, 3.999, 0.001, 7.999, 0.001]) {
      await pass(seconds)
      calls.push(fetchToken.mock.calls.length)
    }
    expect(calls).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5])
    expect(await Promise.all(waiting)).toEqual([tokens[0], tokens[0]])
  })

  test('the time until then is a half more or less, so that clients do not come in step', async () => {
    for (const [random, seconds] of [
      [0, 0.5],
      [0.999, 1.499]
    ] as const) {
      vi.mocked(Math.random).mockReturnValue(random)
      const { getToken, fetchToken } = provider({ fetchToken: failing(1) })
      const waiting = getToken()
      await pass(seconds - 0.001)
      expect(fetchToken).toHaveBeenCalledOnce()
      await pass(0.001)
      expect(await waiting).toBe(tokens[0])
    }
  })

  test('it gives up after five attempts, with the error, and a later call begins anew', async () => {
    const error = new Error('503')
    const { getToken, fetchToken } = provider({ fetchToken: failing(5, error) })
    const waiting = settled(getToken())
    await pass(15)
    expect(await waiting).toBe(error)
    await pass(1000)
    expect(fetchToken).toHaveBeenCalledTimes(5)
    expect(vi.getTimerCount()).toBe(0)
    expect(await getToken()).toBe(tokens[0])
  })

  test('it gives up at once where shouldRetry says so', async () => {
    const error = Object.assign(new Error('401'), { status: 401 })
    const shouldRetry = vi.fn(() => false)
    const { getToken } = provider({ fetchToken: failing(1, error), shouldRetry })
    await expect(getToken()).rejects.toBe(error)
    expect(shouldRetry.mock.calls).toEqual([[error, 1]])
  })

  test('it waits for no more than a minute, however often it may try', async () => {
    const { getToken, fetchToken } = provider({ fetchToken: failing(20), shouldRetry: () => true })
    const waiting = getToken()
    await pass(31 + 15 * 30)
    expect(fetchToken).toHaveBeenCalledTimes(21)
    expect(await waiting).toBe(tokens[0])
  })

  test('a fetchToken that throws at once is no different', async () => {
    const fetchToken = () => {
      throw new Error('at once')
    }
    const { getToken } = provider({ fetchToken, shouldRetry: () => false })
    await expect(getToken()).rejects.toThrow('at once')
  })

  test('a renewal that nobody waits for is reported, and tried again every half minute', async () => {
    const onError = vi.fn()
    let isDown = false
    const error = new Error('503')
    const fetchToken = async () => {
      if (isDown) throw error
      return answer(0)
    }
    const shouldRetry = (_error: unknown, attempt: number) => attempt < 2
    const { getToken, ...made } = provider({ fetchToken, shouldRetry, onError })
    await getToken()
    isDown = true
    await pass(3570 + 1)
    expect(onError.mock.calls).toEqual([[error]])
    await pass(30 + 1)
    expect(onError).toHaveBeenCalledTimes(2)
    isDown = false
    await pass(30)
    expect(made.fetchToken).toHaveBeenCalledTimes(6)
    expect(await getToken()).toBe(tokens[0])
    expect(onError).toHaveBeenCalledTimes(2)
  })

  test('nothing is left unhandled where nobody is told', async () => {
    let isDown = false
    const { getToken, fetchToken } = provider({
      shouldRetry: () => false,
      fetchToken: () => {
        if (isDown) throw new Error('503')
        return answer(0)
      }
    })
    await getToken()
    isDown = true
    await pass(3570 + 30)
    expect(fetchToken).toHaveBeenCalledTimes(3)
  })

  test('a forced renewal that fails leaves the token that is at hand', async () => {
    let isDown = false
    const { getToken, renew, fetchToken } = provider({
      shouldRetry: () => false,
      fetchToken: () => {
        if (isDown) throw new Error('503')
        return answer(0)
      }
    })
    await getToken()
    isDown = true
    await expect(renew()).rejects.toThrow('503')
    expect(await getToken()).toBe(tokens[0])
    await pass(3569)
    expect(fetchToken).toHaveBeenCalledTimes(2)
    await pass(1)
    expect(fetchToken).toHaveBeenCalledTimes(3)
  })
})

describe('a fetchToken that hangs', () => {
  test('is given up after ten seconds, told so, and tried again', async () => {
    const signals: AbortSignal[] = []
    const { getToken } = provider({
      shouldRetry: (_error, attempt) => attempt < 2,
      fetchToken: ({ signal }) => {
        signals.push(signal)
        return new Promise<never>(() => {})
      }
    })
    const waiting = settled(getToken())
    await pass(9.999)
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
    await pass(0.001)
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    await pass(11)
    expect(await waiting).toMatchObject({ code: 'TOKEN_UNAVAILABLE', message: expect.stringContaining('within 10 seconds') })
    expect(vi.getTimerCount()).toBe(0)
  })

  test('changes nothing when it answers after all', async () => {
    let answerLate: (value: string) => void = () => {}
    const { getToken, fetchToken } = provider({
      shouldRetry: () => false,
      fetchToken: () => new Promise<string>((resolve) => (answerLate = resolve))
    })
    const waiting = settled(getToken())
    await pass(10)
    answerLate(tokens[0] as string)
    expect(await waiting).toMatchObject({ code: 'TOKEN_UNAVAILABLE' })
    void settled(getToken())
    await pass(0)
    expect(fetchToken).toHaveBeenCalledTimes(2)
  })
})

describe('dispose', () => {
  test('ends renewals and leaves no timer', async () => {
    const { getToken, dispose, fetchToken } = provider()
    await getToken()
    dispose()
    expect(vi.getTimerCount()).toBe(0)
    await pass(10_000)
    expect(fetchToken).toHaveBeenCalledOnce()
  })

  test.each([
    ['while it asks, and says so to fetchToken', () => new Promise<never>(() => {}), true],
    ['while it waits to ask again', () => Promise.reject(new Error('503')), false]
  ])('refuses those who wait %s', async (_when, fetchToken, isAborted) => {
    const signals: AbortSignal[] = []
    const { getToken, dispose } = provider({
      fetchToken: ({ signal }) => {
        signals.push(signal)
        return fetchToken()
      }
    })
    const waiting = settled(getToken())
    await pass(0)
    dispose()
    expect(await waiting).toMatchObject({ code: 'TOKEN_UNAVAILABLE', message: expect.stringContaining('dispose()') })
    expect(signals.map(({ aborted }) => aborted)).toEqual([isAborted])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('refuses who comes later', async () => {
    const { getToken, renew, dispose, fetchToken } = provider()
    await getToken()
    dispose()
    for (const call of [getToken, renew]) expect((await refusal(call)).code).toBe('TOKEN_UNAVAILABLE')
    expect(fetchToken).toHaveBeenCalledOnce()
  })

  test('leaves no timer, whichever moment it comes at', async () => {
    const outcomes = new Set()
    for (let ticks = 0; ticks < 12; ticks++) {
      const made = provider({
        fetchToken: async () => {
          disposeAfter(ticks)
          return answer(0)
        }
      })
      const disposeAfter = (left: number): void => {
        if (left === 0) made.dispose()
        else queueMicrotask(() => disposeAfter(left - 1))
      }
      const outcome = await settled(made.getToken())
      outcomes.add(outcome instanceof Token04Error ? outcome.code : outcome)
      await pass(0)
      expect(vi.getTimerCount()).toBe(0)
    }
    expect(outcomes).toEqual(new Set(['TOKEN_UNAVAILABLE', tokens[0]]))
  })

  test('may be called by shouldRetry', async () => {
    const error = new Error('503')
    const made = provider({
      fetchToken: () => Promise.reject(error),
      shouldRetry: () => {
        made.dispose()
        return true
      }
    })
    expect(await settled(made.getToken())).toBe(error)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the options', () => {
  test.each([
    ['no fetchToken', { fetchToken: undefined }, /fetchToken must be a function/],
    ['a fetchToken that is none', { fetchToken: '/token' }, /fetchToken must be a function/],
    ['an onError that is none', { onError: true }, /onError must be a function/],
    ['a clock that is none', { now: NOW }, /now must be a function/],
    ['a lead that is none', { leadInSeconds: -1 }, /leadInSeconds must be at least 0/],
    ['an unknown field', { onRenewed: () => {} }, /unknown field "onRenewed"/]
  ])('are refused at once: %s', async (_what, patch, message) => {
    const error = await refusal(() => createTokenProvider({ fetchToken: () => '', ...patch } as never))
    expect([error.code, error.message]).toEqual(['INVALID_OPTION', expect.stringMatching(message)])
  })
})
