import type { Diagnosis } from 'zego-token04/dev-browser'
import type { App } from '../app/app.js'
import { h } from '../ui/element.js'
import { icon } from '../ui/icon.js'

/** The diagnosis in a sentence. */
export function drawVerdict({ texts }: App, { ok, findings, claims }: Diagnosis): HTMLElement {
  const { diagnose } = texts
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  if (!ok) return verdict('bad', 'error', diagnose.refused(errors), errors > 1 ? diagnose.refusedNote : '')
  if (claims === undefined) return verdict('unknown', 'info', diagnose.unread, diagnose.unreadNote)
  if (warnings > 0) return verdict('fair', 'warning', diagnose.remarks(warnings), diagnose.fineNote)
  return verdict('good', 'check', diagnose.fine, diagnose.fineNote)
}

function verdict(kind: string, picture: 'error' | 'warning' | 'info' | 'check', title: string, note: string): HTMLElement {
  return h(
    'div',
    { class: `verdict ${kind}` },
    h('span', { class: 'verdict-icon' }, icon(picture)),
    h('div', {}, h('h2', {}, title), note !== '' && h('p', {}, note))
  )
}
