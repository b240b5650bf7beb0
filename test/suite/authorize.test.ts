import { describe, expect, test } from 'vitest'
import { type AuthorizeRequest, authorize, type CheckRule, type RtcRoomPayload } from '../../src/index.js'
import { NOW, refusal } from '../support/tokens.js'

function verified(payload: unknown, text = payload === null ? '' : JSON.stringify(payload)) {
  const claims = { app_id: 1, user_id: 'demo', nonce: 1, ctime: NOW, expire: NOW + 1, payload: text }
  return { claims, payload: payload as RtcRoomPayload | null }
}

const RULES: CheckRule[] = ['login', 'publish', 'login-and-publish']
const ACTIONS = ['login', 'publish'] as const
const VALUES = [1, 0, undefined] as const
const STREAMS: [string[] | null | undefined, boolean][] = [
  [null, true],
  [undefined, true],
  [[], true],
  [['camera', 'other'], true],
  [['other'], false]
]

describe('authorize', () => {
  test('answers every combination of rule, action, privileges, room and streams as ZEGO documents them', () => {
    let denied = 0
    for (const rule of RULES)
      for (const action of ACTIONS)
        for (const canLogin of VALUES)
          for (const canPublish of VALUES)
            for (const roomId of ['demo', 'other'])
              for (const [stream_id_list, streamFits] of STREAMS) {
                const payload = { room_id: 'demo', privilege: { 1: canLogin, 2: canPublish }, stream_id_list }
                if (canLogin === undefined && canPublish === undefined) continue
                const answer = authorize(verified(payload), { action, roomId, streamId: 'camera' }, rule)
                const isChecked = rule === 'login-and-publish' || rule === action
                let code: string | undefined
                if (isChecked && roomId !== 'demo') code = 'ROOM_ID_MISMATCH'
                else if (isChecked && action === 'login' && canLogin !== 1) code = 'LOGIN_DENIED'
                else if (isChecked && action === 'publish' && canPublish !== 1) code = 'PUBLISH_DENIED'
                else if (isChecked && action === 'publish' && !streamFits) code = 'STREAM_ID_DENIED'
                if (code !== undefined) denied++
                expect(answer).toMatchObject(code === undefined ? { allowed: true } : { allowed: false, code })
              }
    expect(denied).toBeGreaterThan(100)
  })

  test('checks both privileges where no rule is named', () => {
    const denied = verified({ room_id: 'demo', privilege: { 1: 0, 2: 0 } })
    expect(authorize(denied, { action: 'login', roomId: 'demo' })).toEqual({
      allowed: false,
      code: 'LOGIN_DENIED',
      message: expect.stringContaining('privilege 1')
    })
    expect(authorize(denied, { action: 'publish', roomId: 'demo' })).toMatchObject({
      code: 'PUBLISH_DENIED',
      zegoCode: 1002082
    })
  })

  test('allows a basic token everything', () => {
    for (const rule of RULES)
      for (const action of ACTIONS)
        expect(authorize(verified(null), { action, roomId: 'any' }, rule)).toEqual({ allowed: true })
  })

  test('checks a payload that is there, whatever the claim says', () => {
    const other = verified({ room_id: 'other', privilege: { 1: 1 } }, '')
    expect(authorize(other, { action: 'login', roomId: 'demo' })).toMatchObject({ code: 'ROOM_ID_MISMATCH' })
  })

  test('denies a publisher who names no stream where the token lists some', () => {
    const listed = verified({ room_id: 'demo', privilege: { 2: 1 }, stream_id_list: ['camera'] })
    expect(authorize(listed, { action: 'publish', roomId: 'demo' })).toMatchObject({ code: 'STREAM_ID_DENIED' })
  })

  test('denies a payload that was not validated, or is none', () => {
    const raw = verified(null, '{"room_id":"demo","privilege":{"1":1}}')
    expect(authorize(raw, { action: 'login', roomId: 'demo' })).toMatchObject({ code: 'INVALID_PAYLOAD', zegoCode: 1002075 })
    for (const payload of [{}, { room_id: 'demo' }, 'text', [], undefined]) {
      const answer = authorize(verified(payload, 'x'), { action: 'login', roomId: 'demo' })
      expect(answer).toMatchObject({ allowed: false, code: 'INVALID_PAYLOAD' })
    }
  })

  const wrong: [unknown, unknown, unknown][] = [
    [verified(null), { action: 'watch', roomId: 'demo' }, undefined],
    [verified(null), { action: 'login' }, undefined],
    [verified(null), { action: 'login', roomId: 5 }, undefined],
    [verified(null), { action: 'publish', roomId: 'demo', streamId: 5 }, undefined],
    [verified(null), { action: 'login', roomId: 'demo', room: 'demo' }, undefined],
    [verified(null), { action: 'login', roomId: 'demo' }, 'both'],
    [verified(null), null, undefined],
    [null, { action: 'login', roomId: 'demo' }, undefined],
    [{}, { action: 'login', roomId: 'demo' }, undefined]
  ]
  test.each(wrong)('refuses wrong arguments (%#)', async (token, request, rule) => {
    const error = await refusal(() => authorize(token as never, request as AuthorizeRequest, rule as never))
    expect(error.code).toBe('INVALID_OPTION')
  })
})
