import { describe, expect, test } from 'vitest'
import { type CheckRule, generateToken04, privilegePayload, type RtcRoomPayload, verifyToken04 } from 'zego-token04/dev-browser'
import { NOW, now, SECRET } from '../../test/support/tokens.js'
import vectors from '../../vectors/authorize.json' with { type: 'json' }
import { ACTIONS, DENIALS, matrixOf, RULES } from '../src/logic/matrix.js'
import { TEXTS } from '../src/texts/texts.js'

const read = async (payload: Parameters<typeof generateToken04>[0]['payload']) =>
  verifyToken04(
    await generateToken04({ appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 60, now, payload }),
    { serverSecret: SECRET, now: () => NOW }
  )

describe('the matrix of privileges', () => {
  test('gives the answer of every vector that a form can ask for', async () => {
    const { claims } = await read('')
    for (const { id, input, result, error } of vectors.cases as unknown as readonly Vector[]) {
      const { payload, action, roomId, streamId = '', rule = 'login-and-publish' } = input
      const text = payload === null ? '' : JSON.stringify(payload)
      const answer = matrixOf({ claims: { ...claims, payload: text }, payload }, roomId, streamId)[rule][action]
      expect(answer.allowed, id).toBe(result === 'allowed')
      if (error !== undefined) expect([answer.reason, answer.zegoCode], id).toEqual([error.code, error.zegoCode])
    }
    expect(vectors.cases.length).toBeGreaterThan(300)
  })

  test('says why: not checked by the rule, granted, or a basic token', async () => {
    const privileged = matrixOf(await read(privilegePayload({ roomId: 'demo', canPublish: true })), 'demo', '')
    expect(RULES.map((rule) => ACTIONS.map((action) => privileged[rule][action].reason))).toEqual([
      ['granted', 'unchecked'],
      ['unchecked', 'granted'],
      ['granted', 'granted']
    ])
    const basic = matrixOf(await read(''), 'demo', '')
    expect(RULES.flatMap((rule) => ACTIONS.map((action) => basic[rule][action].reason))).toEqual(new Array(6).fill('basic'))
  })

  test('names ZEGO’s code where there is one', async () => {
    const { publish } = matrixOf(await read(privilegePayload({ roomId: 'demo' })), 'demo', '')
    expect(publish.publish).toEqual({ allowed: false, reason: 'PUBLISH_DENIED', zegoCode: 1002082 })
  })

  test('has words for each denial, in both languages', () => {
    for (const { privileges } of Object.values(TEXTS)) {
      for (const denial of DENIALS) expect(privileges.reasons[denial]).toMatch(/\S.{6}/)
    }
  })
})

interface Vector {
  readonly id: string
  readonly input: {
    readonly payload: RtcRoomPayload | null
    readonly action: 'login' | 'publish'
    readonly roomId: string
    readonly streamId?: string
    readonly rule?: CheckRule
  }
  readonly result: 'allowed' | 'denied'
  readonly error?: { readonly code: string; readonly zegoCode?: number }
}
