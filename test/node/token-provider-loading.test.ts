import { afterEach, expect, test, vi } from 'vitest'
import { createTokenProvider, generateToken04 } from '../../src/index.js'
import { basic, now } from '../support/tokens.js'

afterEach(() => {
  vi.doUnmock('../../src/client/start-provider.js')
  vi.unstubAllGlobals()
})

test('a provider whose code could not be loaded tries again', async () => {
  vi.doMock('../../src/client/start-provider.js', () => {
    throw new Error('offline')
  })
  const token = await generateToken04(basic())
  const provider = createTokenProvider({ fetchToken: () => token, now })
  await expect(provider.getToken()).rejects.toThrow()
  vi.doUnmock('../../src/client/start-provider.js')
  expect(await provider.getToken()).toBe(token)
  provider.dispose()
})

test('a provider keeps time where there is no monotonic clock', async () => {
  vi.stubGlobal('performance', undefined)
  const token = await generateToken04(basic())
  const fetchToken = vi.fn(() => token)
  const provider = createTokenProvider({ fetchToken, now })
  expect([await provider.getToken(), await provider.getToken()]).toEqual([token, token])
  expect(fetchToken).toHaveBeenCalledOnce()
  provider.dispose()
})
