import { type AuthorizeRequest, authorize, type CheckRule, type Claims, type RtcRoomPayload } from 'zego-token04/dev-browser'

/** Why a request is allowed, or the code of the reason why not. */
type Reason = 'basic' | 'unchecked' | 'granted' | DenialCode
type DenialCode = (typeof DENIALS)[number]

/** One answer. */
export interface Answer {
  readonly allowed: boolean
  readonly reason: Reason
  readonly zegoCode?: number
}

export const RULES = ['login', 'publish', 'login-and-publish'] as const satisfies readonly CheckRule[]
export const ACTIONS = ['login', 'publish'] as const satisfies readonly AuthorizeRequest['action'][]
export const DENIALS = ['ROOM_ID_MISMATCH', 'LOGIN_DENIED', 'PUBLISH_DENIED', 'STREAM_ID_DENIED', 'INVALID_PAYLOAD'] as const

/** What was read of a token. */
interface Read {
  readonly claims: Claims
  readonly payload: RtcRoomPayload | null
}

/** What ZEGO answers under each rule to logging in and to publishing. */
export function matrixOf(read: Read, roomId: string, streamId: string): Record<CheckRule, Record<'login' | 'publish', Answer>> {
  const rowOf = (rule: CheckRule) => ({
    login: answerOf(read, { action: 'login', roomId }, rule),
    publish: answerOf(read, { action: 'publish', roomId, ...(streamId === '' ? {} : { streamId }) }, rule)
  })
  return { login: rowOf('login'), publish: rowOf('publish'), 'login-and-publish': rowOf('login-and-publish') }
}

function answerOf(read: Read, request: AuthorizeRequest, rule: CheckRule): Answer {
  const result = authorize(read, request, rule)
  if (result.allowed) return { allowed: true, reason: whyAllowed(read, request, rule) }
  const { code, zegoCode } = result
  return { allowed: false, reason: code as DenialCode, ...(zegoCode === undefined ? {} : { zegoCode }) }
}

function whyAllowed({ payload }: Read, { action }: AuthorizeRequest, rule: CheckRule): Reason {
  if (payload === null) return 'basic'
  return rule === 'login-and-publish' || rule === action ? 'granted' : 'unchecked'
}
