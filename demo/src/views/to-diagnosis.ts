import type { App } from '../app/app.js'
import { h } from '../ui/element.js'

/** Says that a token is broken, and leads to what says why. */
export function toDiagnosis(app: App, text: string): HTMLElement {
  const open = () => app.redraw({ view: 'diagnose' })
  const button = h(
    'button',
    { type: 'button', class: 'link', id: 'to-diagnosis', on: { click: open } },
    app.texts.inspect.diagnose
  )
  return h('p', { class: 'note broken', role: 'status' }, text, ' ', button)
}
