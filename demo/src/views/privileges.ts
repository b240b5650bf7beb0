import type { Diagnosis } from 'zego-token04/dev-browser'
import type { App } from '../app/app.js'
import { tokenCard } from '../app/token-card.js'
import { watchDiagnosis } from '../app/watch-diagnosis.js'
import type { Expected } from '../logic/question.js'
import { card } from '../ui/card.js'
import { h } from '../ui/element.js'
import { field } from '../ui/field.js'
import { drawGrants } from './privileges-grants.js'
import { drawMatrix } from './privileges-matrix.js'
import { toDiagnosis } from './to-diagnosis.js'

/** What ZEGO would let the holder of a token do. */
export function drawPrivileges(app: App): readonly HTMLElement[] {
  const { texts } = app
  const result = h('div', { class: 'stack', id: 'result' })
  const change = (patch: Partial<Expected>) => app.set({ expected: { ...app.state.expected, ...patch } })
  const input = (name: 'roomId' | 'streamId') =>
    field({
      id: name,
      label: texts.fields[name],
      value: app.state.expected[name],
      onInput: (value) => change({ [name]: value })
    })
  const request = card(
    'request',
    texts.privileges.request,
    undefined,
    h('div', { class: 'pair' }, input('roomId').element, input('streamId').element)
  )
  watchDiagnosis(app, (diagnosis) => result.replaceChildren(...drawAnswers(app, diagnosis)))
  return [h('div', { class: 'stack' }, tokenCard(app, true), request), result]
}

// these are about the request, which the matrix answers; all other mistakes are about the token
const ABOUT_REQUEST = new Set(['ROOM_ID_MISMATCH', 'LOGIN_DENIED', 'PUBLISH_DENIED', 'STREAM_ID_DENIED', 'INVALID_OPTION'])

function drawAnswers(app: App, { claims, payload, findings }: Diagnosis): readonly HTMLElement[] {
  const { privileges } = app.texts
  if (claims === undefined || payload === undefined) {
    const isUnread = findings.some(({ code }) => code === 'SECRET_NOT_GIVEN')
    const text = isUnread ? privileges.unread : privileges.broken
    return [card('matrix', privileges.heading, undefined, h('p', { class: 'empty', role: 'status' }, text))]
  }
  const isRefused = findings.some(({ code, severity }) => severity === 'error' && !ABOUT_REQUEST.has(code))
  return [
    ...(isRefused ? [toDiagnosis(app, privileges.refusedNote)] : []),
    card('matrix', privileges.heading, undefined, drawMatrix(app, { claims, payload })),
    card('grants', app.texts.diagnose.payload, undefined, drawGrants(app, payload))
  ]
}
