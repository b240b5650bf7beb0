import { PrivilegeKey, PrivilegeValue } from '../constants.js'
import { Token04Error } from '../errors.js'
import type { PrivilegePayloadOptions, RtcRoomPayload } from '../types.js'
import { readOptions } from '../validation/read-options.js'
import { checkedPayload } from './payload.js'

/**
 * Builds the payload of a privilege token. Without more than a room, the user may log in and may not publish.
 *
 * @param options - `roomId` of 1 to 128 bytes of UTF-8; `streamIds` of 1 to 256 characters each, left out, any stream. An empty list
 * is refused together with `canPublish`, because ZEGO does not check an empty list: it would allow every stream.
 * @throws {@link Token04Error} `INVALID_PAYLOAD`, `INVALID_OPTION`
 *
 * @example
 * ```ts
 * import { privilegePayload } from 'zego-token04'
 *
 * JSON.stringify(privilegePayload({ roomId: 'demo', canPublish: true, streamIds: ['demo-camera'] }))
 * // => '{"room_id":"demo","privilege":{"1":1,"2":1},"stream_id_list":["demo-camera"]}'
 * ```
 */
export function privilegePayload(options: PrivilegePayloadOptions): RtcRoomPayload {
  const { roomId, canLogin = true, canPublish = false, streamIds = null } = readOptions(options, ABSENT)
  const payload = checkedPayload({
    room_id: roomId,
    privilege: {
      [PrivilegeKey.login]: privilegeValue(canLogin, 'canLogin'),
      [PrivilegeKey.publish]: privilegeValue(canPublish, 'canPublish')
    },
    stream_id_list: streamIds
  })
  if (canPublish && payload.stream_id_list?.length === 0) {
    throw new Token04Error(
      'INVALID_PAYLOAD',
      'streamIds is empty, which ZEGO reads as every stream: leave it out, or set canPublish to false.'
    )
  }
  return payload
}

function privilegeValue(allowed: unknown, name: string): 0 | 1 {
  if (typeof allowed !== 'boolean') throw new Token04Error('INVALID_OPTION', `${name} must be true or false.`)
  return allowed ? PrivilegeValue.enable : PrivilegeValue.disable
}

const ABSENT = {
  roomId: undefined,
  canLogin: undefined,
  canPublish: undefined,
  streamIds: undefined
} as unknown as PrivilegePayloadOptions
