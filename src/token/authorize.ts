import { PrivilegeKey, PrivilegeValue } from '../constants.js'
import { type ErrorCode, Token04Error } from '../errors.js'
import type { AuthorizeRequest, AuthorizeResult, CheckRule, RtcRoomPayload, VerifiedToken04 } from '../types.js'
import { check } from '../validation/check.js'
import { action as actionSchema, rtcRoomPayload, rule as ruleSchema, text as textSchema } from '../validation/compiled.js'
import { readOptions } from '../validation/read-options.js'
import { reading } from '../validation/reading.js'
import { copyPayload } from './payload.js'

/**
 * Answers as ZEGO would: may the holder of this token log in to a room, or publish a stream?
 *
 * A basic token is allowed everything. A privilege token is checked where the rule says so: its room, then the privilege (an absent
 * key is not granted), then, for publishing, its list of streams (`null`, absent or empty means any stream).
 *
 * @param verified - What `verifyToken04` returned. A payload that was not validated is denied.
 * @param rule - What ZEGO checks for the project; default both.
 * @returns With a denial `ROOM_ID_MISMATCH`, `LOGIN_DENIED`, `PUBLISH_DENIED`, `STREAM_ID_DENIED` or `INVALID_PAYLOAD`.
 * @throws {@link Token04Error} `INVALID_OPTION` about the request or the rule
 *
 * @example
 * ```ts
 * import { authorize, generateToken04, privilegePayload, verifyToken04 } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271'
 * const payload = privilegePayload({ roomId: 'demo', canPublish: false })
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600, payload })
 * const verified = await verifyToken04(token, { serverSecret })
 * authorize(verified, { action: 'login', roomId: 'demo' }).allowed // => true
 * authorize(verified, { action: 'publish', roomId: 'demo', streamId: 'camera' }).allowed // => false
 * ```
 */
export function authorize(
  verified: Pick<VerifiedToken04, 'claims' | 'payload'>,
  request: AuthorizeRequest,
  rule: CheckRule = 'login-and-publish'
): AuthorizeResult {
  const { action, roomId, streamId } = readOptions(request, ABSENT, 'request')
  check(actionSchema, action, 'INVALID_OPTION', 'request/action')
  check(textSchema, roomId, 'INVALID_OPTION', 'request/roomId')
  if (streamId !== undefined) check(textSchema, streamId, 'INVALID_OPTION', 'request/streamId')
  check(ruleSchema, rule, 'INVALID_OPTION', 'rule')
  const { text, payload } = readVerified(verified)

  if (payload === null && text === '') return { allowed: true }
  if (payload === null || !rtcRoomPayload(payload))
    return deny('INVALID_PAYLOAD', 'The payload of the token was not validated, or is invalid.')
  if (rule !== 'login-and-publish' && rule !== action) return { allowed: true }
  if (payload.room_id !== roomId) return deny('ROOM_ID_MISMATCH', 'The token is for another room.')
  return action === 'login' ? login(payload) : publish(payload, streamId)
}

function login(payload: RtcRoomPayload): AuthorizeResult {
  if (isGranted(payload, PrivilegeKey.login)) return { allowed: true }
  return deny('LOGIN_DENIED', 'The token does not grant login: privilege 1 must be 1.')
}

function publish(payload: RtcRoomPayload, streamId: string | undefined): AuthorizeResult {
  if (!isGranted(payload, PrivilegeKey.publish)) {
    return deny('PUBLISH_DENIED', 'The token does not grant publishing: privilege 2 must be 1.')
  }
  const streams = payload.stream_id_list ?? []
  if (streams.length === 0 || (streamId !== undefined && streams.includes(streamId))) return { allowed: true }
  return deny('STREAM_ID_DENIED', 'The stream is not in the stream_id_list of the token.')
}

function isGranted({ privilege }: RtcRoomPayload, key: 1 | 2): boolean {
  return Object.hasOwn(privilege, key) && privilege[key] === PrivilegeValue.enable
}

function deny(code: ErrorCode, message: string): AuthorizeResult {
  const { zegoCode } = new Token04Error(code, message)
  return zegoCode === undefined ? { allowed: false, code, message } : { allowed: false, code, message, zegoCode }
}

function readVerified(verified: Pick<VerifiedToken04, 'claims' | 'payload'>) {
  return reading('verified', 'INVALID_OPTION', () => ({
    text: verified.claims.payload,
    payload: copyPayload(verified.payload) as RtcRoomPayload | null
  }))
}

const ABSENT = { action: undefined, roomId: undefined, streamId: undefined } as unknown as AuthorizeRequest
