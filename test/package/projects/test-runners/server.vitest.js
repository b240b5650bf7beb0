import { expect, test } from 'vitest'
import { generateToken04, importServerSecret, verifyToken04 } from 'zego-token04'

const secret = 'fa94dd0f974cf2e293728a526b028271'

if (process.env.EXPECTED_BUILD === 'refusing') {
  test('the browser build refuses, and says what cures a server test', () => {
    expect(() => importServerSecret(secret)).toThrow(/jsdom, happy-dom.*"node" condition/)
  })
} else {
  test('the Node.js build makes and verifies a token', async () => {
    // this entry resolves where the Node.js build does, and nowhere else
    const { verifyToken04Sync } = await import('zego-token04/sync')
    const serverSecret = importServerSecret(secret)
    const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 60 })
    expect((await verifyToken04(token, { serverSecret })).claims.user_id).toBe('demo')
    expect(verifyToken04Sync(token, { serverSecret }).claims.user_id).toBe('demo')
  })
}
