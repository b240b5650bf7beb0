import { authorize } from '../token/authorize.js'
import { parseJson } from '../token/claims.js'
import type { Claims, RtcRoomPayload } from '../types.js'
import { lastFailure, MAX_EFFECTIVE_TIME_IN_SECONDS, rtcRoomPayload } from '../validation/compiled.js'
import { explain } from '../validation/explain.js'
import type { Question } from './diagnose-options.js'
import type { Report } from './report.js'
import type { FoundCode } from './texts.js'

const SECONDS_PER_DAY = 86_400

/** Reports an expiry that is over. */
export function examineExpiry(expire: number, seconds: number, tolerance: number | undefined, report: Report): void {
  if (seconds < expire + (tolerance ?? 0)) return
  report.add('EXPIRED', { ago: seconds - expire, at: dateOf(expire) })
}

/** Reports times that are in the future, or too far apart. */
export function examineTimes({ ctime, expire }: Claims, seconds: number, tolerance: number | undefined, report: Report): void {
  const ahead = ctime - seconds
  const beyond = ahead - (tolerance ?? 0)
  if (ahead > 0) report.add('CTIME_IN_FUTURE', { ahead }, beyond > 0 ? 'error' : 'warning')
  if (beyond > 0) report.add('NOT_YET_VALID', { ahead: beyond })
  if (expire < ctime) report.add('INVALID_EFFECTIVE_TIME', {}, 'warning')
  if (expire - ctime > MAX_EFFECTIVE_TIME_IN_SECONDS) {
    report.add('LIFETIME_TOO_LONG', { days: Math.floor((expire - ctime) / SECONDS_PER_DAY) }, 'warning')
  }
}

/** Reports another AppID or user than the expected ones. */
export function examineIdentity({ app_id, user_id }: Claims, { appId, userId }: Question, report: Report): void {
  if (appId !== undefined && app_id !== appId) report.add('APP_ID_MISMATCH')
  if (userId === undefined || user_id === userId) return
  // the longer one goes on behind a NUL, where the shorter one ends
  const isCut = user_id.split('\0')[0] === userId || userId.split('\0')[0] === user_id
  report.add(isCut ? 'USER_ID_TRUNCATED' : 'USER_ID_MISMATCH')
}

/** The payload, if it is valid; else what is wrong with it. */
export function examinePayload({ payload: text }: Claims, report: Report): RtcRoomPayload | null | undefined {
  if (text === '') return null
  const payload = parseJson(text)
  if (payload === undefined) {
    report.add('PAYLOAD_NOT_JSON')
    return undefined
  }
  if (rtcRoomPayload(payload)) return payload as RtcRoomPayload
  const error = lastFailure()
  report.add('PAYLOAD_SHAPE', { explanation: explain('payload', payload, error), path: `payload${error.instancePath}` })
  return undefined
}

/** Reports what ZEGO would not allow: entering the expected room, or the action that was asked for. */
export function examinePermission(claims: Claims, payload: RtcRoomPayload | null, options: Question, report: Report): void {
  const { action, rule, streamId, roomId = payload?.room_id } = options
  if (action === undefined) {
    if (options.roomId !== undefined && options.roomId !== payload?.room_id) report.add('ROOM_ID_MISMATCH')
    return
  }
  const request = { action, roomId: roomId ?? '', ...(streamId === undefined ? {} : { streamId }) }
  const answer = authorize({ claims, payload }, request, rule)
  if (!answer.allowed) report.add(answer.code as FoundCode)
}

function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString()
}
