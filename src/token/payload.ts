import { PrivilegeKey } from '../constants.js'
import { Token04Error } from '../errors.js'
import type { RtcRoomPayload } from '../types.js'
import { check } from '../validation/check.js'
import { MAX_CIPHERTEXT_BYTES, rtcRoomPayload } from '../validation/compiled.js'
import { reading } from '../validation/reading.js'
import { parseJson } from './claims.js'

/** The text of the payload claim for what a caller passes as `payload`. */
export function payloadText(payload: unknown): string {
  if (payload === undefined || payload === '') return ''
  if (typeof payload === 'string') {
    parsePayload(payload)
    return payload
  }
  return writePayload(checkedPayload(payload))
}

/** A copy of a payload, which was validated. */
export function checkedPayload(payload: unknown): RtcRoomPayload {
  const copy = copyPayload(payload)
  check(rtcRoomPayload, copy, 'INVALID_PAYLOAD', 'payload')
  return copy as RtcRoomPayload
}

/** What JSON.stringify of a valid payload writes, in a quarter of the time. */
export function writePayload({ room_id, privilege, stream_id_list }: RtcRoomPayload): string {
  const login = writePrivilege(privilege, PrivilegeKey.login)
  const publish = writePrivilege(privilege, PrivilegeKey.publish)
  const streams = stream_id_list === undefined ? '' : `,"stream_id_list":${stream_id_list && JSON.stringify(stream_id_list)}`
  return `{"room_id":${JSON.stringify(room_id)},"privilege":{${login}${login && publish && ','}${publish}}${streams}}`
}

function writePrivilege(privilege: RtcRoomPayload['privilege'], key: 1 | 2): string {
  return Object.hasOwn(privilege, key) ? `"${key}":${privilege[key]}` : ''
}

/** Parses and validates the text of a privilege token's payload. */
export function parsePayload(text: string): RtcRoomPayload {
  const payload = parseJson(text)
  if (payload === undefined) {
    throw new Token04Error(
      'INVALID_PAYLOAD',
      `payload must be JSON text; found a string of length ${text.length} that is none.`
    )
  }
  check(rtcRoomPayload, payload, 'INVALID_PAYLOAD', 'payload')
  return payload as RtcRoomPayload
}

/** Reads each field once, so that what is checked is what is written. The order of fields is the documented one. */
export function copyPayload(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return payload
  return reading('payload', 'INVALID_PAYLOAD', () => {
    if (Array.isArray(payload)) return []
    const absent = { room_id: undefined, privilege: undefined, stream_id_list: undefined }
    const copy: Record<string, unknown> = { ...absent, ...payload }
    copy.privilege = copyPrivilege(copy.privilege)
    copy.stream_id_list = copyList(copy.stream_id_list)
    return copy
  })
}

function copyPrivilege(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const copy: Record<number, unknown> = { ...value }
  // absent, as JSON.stringify has it
  if (copy[PrivilegeKey.login] === undefined) delete copy[PrivilegeKey.login]
  if (copy[PrivilegeKey.publish] === undefined) delete copy[PrivilegeKey.publish]
  return copy
}

function copyList(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  // a list of this length is too large for a token, whatever its items are
  const length = Math.min(value.length, MAX_CIPHERTEXT_BYTES)
  return Array.from({ length }, (_, index) => value[index] as unknown)
}
