import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { basic } from '../support/tokens.js'

// a pool and a memory of keys that nothing else has used
async function fresh() {
  vi.resetModules()
  const { generateToken04 } = await import('../../src/index.js')
  const { randomBytes } = await import('../../src/crypto/random-bytes.js')
  const fills = vi.spyOn(crypto, 'getRandomValues')
  const imports = vi.spyOn(crypto.subtle, 'importKey')
  return {
    randomBytes,
    use: (secret: string) => generateToken04(basic({ serverSecret: secret.padEnd(32, '.') })),
    fills: () => fills.mock.calls.length,
    imports: () => imports.mock.calls.length
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000_000, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('the CSPRNG is called once for as many tokens as its pool holds', async () => {
  const { randomBytes, fills } = await fresh()
  for (let index = 0; index < 4096 / 16; index++) randomBytes(16)
  expect(fills()).toBe(1)
  expect(randomBytes(16)).toHaveLength(16)
  expect(fills()).toBe(2)
})

test('the pool is not asked for more than it holds', async () => {
  const { randomBytes, fills } = await fresh()
  randomBytes(4090)
  expect(randomBytes(16)).toHaveLength(16)
  expect(fills()).toBe(2)
})

test('the pool is thrown away with the second in which it was filled, and not before', async () => {
  const { randomBytes, fills } = await fresh()
  randomBytes(16)
  vi.setSystemTime(1_000_000_000_999)
  randomBytes(16)
  expect(fills()).toBe(1)
  vi.setSystemTime(1_000_000_001_000)
  randomBytes(16)
  expect(fills()).toBe(2)
})

test('the pool is filled first even where the clock stands at its beginning', async () => {
  vi.setSystemTime(0)
  const { randomBytes } = await fresh()
  expect(new Set(randomBytes(1024)).size).toBeGreaterThan(1)
})

test('bytes are handed out once, and stay as they are when the pool is filled anew', async () => {
  const { randomBytes } = await fresh()
  let fill = 0
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    fill++
    const bytes = array as unknown as Uint8Array
    for (let index = 0; index < bytes.length; index++) bytes[index] = fill * 100 + index
    return array
  })
  const [first, second] = [randomBytes(3), randomBytes(2)]
  vi.setSystemTime(1_000_000_001_000)
  const third = randomBytes(4)
  expect([first, second, third].map((bytes) => [...bytes])).toEqual([
    [100, 101, 102],
    [103, 104],
    [200, 201, 202, 203]
  ])
})

test('the key of a text is made once, also where secrets take turns', async () => {
  const { use, imports } = await fresh()
  for (const secret of ['a', 'b', 'a', 'b']) await use(secret)
  expect(imports()).toBe(2)
})

test('sixteen texts are remembered, and with one more all are forgotten', async () => {
  const { use, imports } = await fresh()
  const sixteen = Array.from({ length: 16 }, (_, index) => String(index))
  for (const secret of [...sixteen, ...sixteen]) await use(secret)
  expect(imports()).toBe(16)
  await use('one more')
  await use('0')
  expect(imports()).toBe(18)
})

test('a key cannot be taken out again, and serves for nothing but tokens', async () => {
  const { use } = await fresh()
  const imports = vi.spyOn(crypto.subtle, 'importKey')
  await use('a')
  const key = await (imports.mock.results[0]?.value as Promise<CryptoKey>)
  expect(key.extractable).toBe(false)
  expect([...key.usages].sort()).toEqual(['decrypt', 'encrypt'])
})
