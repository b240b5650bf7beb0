import type { Diagnosis } from 'zego-token04/dev-browser'
import type { App } from '../app/app.js'
import { utc } from '../logic/countdown.js'
import { card } from '../ui/card.js'
import { h } from '../ui/element.js'

/** What the token encrypts, as far as it could be read. */
export function drawClaims({ texts }: App, { claims, payload }: Diagnosis): readonly HTMLElement[] {
  if (claims === undefined) return []
  const { payload: text, ...plain } = claims
  const rows = Object.entries(plain).flatMap(([name, value]) => {
    const moment = name === 'ctime' || name === 'expire' ? utc(Number(value)) : undefined
    const note = moment !== undefined && h('span', { class: 'hint' }, moment)
    return [h('dt', {}, name), h('dd', { class: 'mono' }, shown(value), note)]
  })
  const pretty = payload ? JSON.stringify(payload, null, 2) : text
  const content =
    text === '' ? h('p', { class: 'hint' }, texts.diagnose.basicToken) : h('pre', { class: 'code', tabindex: 0 }, pretty)
  return [
    card('claims', texts.diagnose.claims, undefined, h('dl', { class: 'claims' }, ...rows)),
    card('payload', texts.diagnose.payload, undefined, content)
  ]
}

// as JSON writes it, so that control characters can be seen
function shown(value: string | number): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
