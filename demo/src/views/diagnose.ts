import type { App } from '../app/app.js'
import { tokenCard } from '../app/token-card.js'
import { watchDiagnosis } from '../app/watch-diagnosis.js'
import { h } from '../ui/element.js'
import { drawClaims } from './diagnose-claims.js'
import { drawExpectations } from './diagnose-expectations.js'
import { drawFindings } from './diagnose-findings.js'
import { drawVerdict } from './diagnose-verdict.js'

/** What is wrong with a text that was taken for a token, as cards. */
export function drawDiagnose(app: App): readonly HTMLElement[] {
  const verdict = h('div', { role: 'status' })
  const rest = h('div', { class: 'stack' })
  watchDiagnosis(app, (diagnosis) => {
    verdict.replaceChildren(drawVerdict(app, diagnosis))
    rest.replaceChildren(...drawFindings(app, diagnosis.findings), ...drawClaims(app, diagnosis))
  })
  const left = h('div', { class: 'stack' }, tokenCard(app, true), drawExpectations(app))
  return [left, h('div', { class: 'stack', id: 'result' }, verdict, rest)]
}
