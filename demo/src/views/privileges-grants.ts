import type { RtcRoomPayload } from 'zego-token04/dev-browser'
import type { App } from '../app/app.js'
import { h } from '../ui/element.js'

/** What the payload of a token grants, in words. */
export function drawGrants({ texts }: App, payload: RtcRoomPayload | null): HTMLElement {
  const { privileges } = texts
  if (payload === null) return h('p', { class: 'hint' }, privileges.noPrivileges)
  const { room_id, privilege, stream_id_list } = payload
  const streams = stream_id_list?.length
    ? stream_id_list.map((stream) => JSON.stringify(stream)).join(', ')
    : privileges.anyStream
  const value = (given: 0 | 1 | undefined) => privileges.values[given === 1 ? 'granted' : given === 0 ? 'denied' : 'absent']
  const rows: readonly [string, string][] = [
    [privileges.room, JSON.stringify(room_id)],
    [privileges.grants.login, value(privilege[1])],
    [privileges.grants.publish, value(privilege[2])],
    [privileges.streams, streams]
  ]
  return h(
    'dl',
    { class: 'claims wide' },
    ...rows.flatMap(([name, text]) => [h('dt', {}, name), h('dd', { class: 'mono' }, text)])
  )
}
