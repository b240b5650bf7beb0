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

test('loading the library asks for no module of Node.js; the first token does, and the second finds them there', async () => {
  const loads = vi.spyOn(process, 'getBuiltinModule')
  const { generateToken04Sync } = await fresh()
  const own = () => loads.mock.calls.map(([id]) => id).filter((id) => /^node:(buffer|crypto)$/.test(id))
  expect(own()).toEqual([])
  generateToken04Sync(basic())
  generateToken04Sync(basic())
  expect(own().sort()).toEqual(['node:buffer', 'node:crypto'])
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
