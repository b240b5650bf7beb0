import { afterEach, expect, test, vi } from 'vitest'
import { basic, SECRET } from '../support/tokens.js'

// modules that nothing else has used
async function fresh() {
  vi.resetModules()
  return import('../../src/sync.js')
}

afterEach(() => {
  vi.restoreAllMocks()
})

test('loading the library does not load node:crypto; the first token does, and the second finds it there', async () => {
  const loads = vi.spyOn(process, 'getBuiltinModule')
  const { generateToken04Sync } = await fresh()
  const ofCrypto = () => loads.mock.calls.filter(([id]) => id === 'node:crypto').length
  expect(ofCrypto()).toBe(0)
  generateToken04Sync(basic())
  generateToken04Sync(basic())
  expect(ofCrypto()).toBe(1)
})

test('the first versions of Node.js 20, which have no process.getBuiltinModule, make and read tokens too', async () => {
  const { getBuiltinModule } = process
  Object.assign(process, { getBuiltinModule: undefined })
  try {
    const { generateToken04Sync, verifyToken04Sync } = await fresh()
    const token = generateToken04Sync(basic({ userId: 'early' }))
    expect(verifyToken04Sync(token, { serverSecret: SECRET, now: basic().now }).claims.user_id).toBe('early')
  } finally {
    Object.assign(process, { getBuiltinModule })
  }
})
