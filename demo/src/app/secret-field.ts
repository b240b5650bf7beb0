import { h } from '../ui/element.js'
import { field } from '../ui/field.js'
import type { App } from './app.js'

/** The secret that the token is opened with: in memory only. */
export function secretField(app: App): HTMLElement {
  const { texts, state } = app
  const { element } = field({
    id: 'secret',
    label: texts.fields.serverSecret,
    hint: texts.hints.serverSecret,
    value: typeof state.serverSecret === 'string' ? state.serverSecret : '',
    class: 'mono',
    onInput: (serverSecret) => app.set({ serverSecret })
  })
  if (typeof state.serverSecret === 'string') return element
  return h('div', {}, element, h('p', { class: 'note' }, texts.token.notText(String(state.serverSecret))))
}
