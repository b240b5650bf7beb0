import type { Claims, RtcRoomPayload } from 'zego-token04/dev-browser'
import type { App } from '../app/app.js'
import { ACTIONS, type Answer, matrixOf, RULES } from '../logic/matrix.js'
import { h } from '../ui/element.js'
import { icon } from '../ui/icon.js'

/** Rules by actions, each with an answer and its reason. A room that is not given is that of the token. */
export function drawMatrix({ texts, state }: App, read: { claims: Claims; payload: RtcRoomPayload | null }): HTMLElement {
  const { privileges, diagnose } = texts
  const { roomId, streamId } = state.expected
  const matrix = matrixOf(read, roomId || (read.payload?.room_id ?? ''), streamId)

  const cell = ({ allowed, reason, zegoCode }: Answer, label: string) =>
    h(
      'td',
      { class: allowed ? 'allowed' : 'denied', 'data-reason': reason, 'data-label': label },
      h(
        'span',
        { class: 'answer' },
        icon(allowed ? 'check' : 'error'),
        h('strong', {}, allowed ? privileges.allowed : privileges.denied)
      ),
      h('span', { class: 'reason' }, privileges.reasons[reason]),
      zegoCode !== undefined && h('span', { class: 'zego-code' }, `${diagnose.zegoCode} `, h('code', {}, String(zegoCode)))
    )
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, privileges.rule),
    ...ACTIONS.map((action) => h('th', { scope: 'col' }, privileges.actions[action]))
  )
  const rows = RULES.map((rule) =>
    h(
      'tr',
      { 'data-rule': rule },
      h('th', { scope: 'row' }, privileges.rules[rule]),
      ...ACTIONS.map((action) => cell(matrix[rule][action], privileges.actions[action]))
    )
  )
  return h('table', { class: 'matrix' }, h('thead', {}, head), h('tbody', {}, ...rows))
}
