import type { Finding } from 'zego-token04/dev-browser'
import type { App } from '../app/app.js'
import { h } from '../ui/element.js'
import { icon } from '../ui/icon.js'

/** A card for each finding: the mistake, the fix, and ZEGO's code. */
export function drawFindings({ texts }: App, findings: readonly Finding[]): readonly HTMLElement[] {
  if (findings.length === 0) return []
  const { severity: severities, fix: fixLabel, zegoCode: zegoLabel, findings: label } = texts.diagnose
  const cards = findings.map(({ code, severity, message, fix, zegoCode }) =>
    h(
      'li',
      { class: `finding ${severity}`, 'data-code': code },
      h(
        'div',
        { class: 'finding-head' },
        h('span', { class: 'severity' }, icon(severity), severities[severity]),
        h('code', { class: 'finding-code' }, code),
        zegoCode !== undefined && h('span', { class: 'zego-code' }, `${zegoLabel} `, h('code', {}, String(zegoCode)))
      ),
      h('p', { class: 'finding-message' }, message),
      h('p', { class: 'finding-fix' }, h('strong', {}, fixLabel), h('span', {}, fix))
    )
  )
  return [h('ul', { class: 'findings', 'aria-label': label }, ...cards)]
}
