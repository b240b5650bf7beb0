import { describe, expect, test } from 'vitest'
import { decodeToken04, verifyToken04 } from '../../src/index.js'
import samples from '../fixtures/official-tokens.json' with { type: 'json' }

describe('tokens made by the official assistants', () => {
  for (const { writer, token, appId, userId, serverSecret, effectiveTimeInSeconds, payload } of samples.tokens) {
    test(`a ${payload === '' ? 'basic' : 'privilege'} token of ${writer} gives back its inputs`, async () => {
      const { expire, mode } = decodeToken04(token)
      const now = () => expire - effectiveTimeInSeconds
      const verified = await verifyToken04(token, { serverSecret, appId, userId, now, clockToleranceInSeconds: 1 })

      expect(verified.claims).toEqual({
        app_id: appId,
        user_id: userId,
        nonce: expect.any(Number),
        ctime: expire - effectiveTimeInSeconds,
        expire,
        payload
      })
      expect(verified.payload).toEqual(payload === '' ? null : JSON.parse(payload))
      expect(verified.mode).toBe(mode)
      expect(mode).toBe(writer === 'node-gcm' ? 'gcm' : 'cbc')
      expect(verified.authenticated).toBe(mode === 'gcm')
    })
  }

  test('there are eighteen of them', () => {
    expect(samples.tokens).toHaveLength(18)
  })
})
