import type { App } from '../app/app.js'
import { tokenCard } from '../app/token-card.js'
import { runsOf } from '../logic/runs.js'
import { segmentsOf } from '../logic/segments.js'
import { readTokenText } from '../logic/token-text.js'
import { untilRenewal } from '../logic/until-renewal.js'
import { card } from '../ui/card.js'
import { h } from '../ui/element.js'
import { colouredText } from './coloured-text.js'
import { drawExpiry } from './inspect-expiry.js'
import { drawFields } from './inspect-fields.js'
import { drawHex } from './inspect-hex.js'
import { drawLayout } from './inspect-layout.js'
import { linkSegments } from './link-segments.js'
import { toDiagnosis } from './to-diagnosis.js'

/** A token without its secret: bytes, text and meaning, linked to each other. */
export function drawInspect(app: App): readonly HTMLElement[] {
  const left = h('div', { class: 'stack' })
  const right = h('div', { class: 'stack', id: 'result' })
  linkSegments(left, right)
  let shown: unknown
  app.onChange(() => {
    if (app.state.token === shown) return
    shown = app.state.token
    const drawn = drawToken(app)
    left.replaceChildren(...drawn.left)
    right.replaceChildren(...drawn.right)
  })
  return [h('div', { class: 'stack' }, tokenCard(app, false), left), right]
}

function drawToken(app: App): { left: readonly HTMLElement[]; right: readonly HTMLElement[] } {
  const { inspect } = app.texts
  const text = typeof app.state.token === 'string' ? app.state.token : ''
  const read = readTokenText(text)
  if (read === undefined)
    return { left: [], right: [card('bytes', inspect.bytes, undefined, toDiagnosis(app, inspect.unreadable))] }
  const segments = segmentsOf(read.bytes)
  const isBroken = untilRenewal(text, app.now()) === undefined
  const size = h('span', { class: 'hint' }, inspect.size(read.bytes.length))
  return {
    left: [drawExpiry(app, text, segments), card('text', inspect.text, undefined, colouredText(runsOf(read, segments)))],
    right: [
      ...(isBroken ? [toDiagnosis(app, inspect.brokenNote)] : []),
      card('bytes', inspect.bytes, size, drawLayout(app, segments), drawHex(app, segments)),
      card('fields', inspect.fields, undefined, drawFields(app, segments))
    ]
  }
}
