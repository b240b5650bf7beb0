import type { Texts } from '../texts/texts.js'
import { h } from './element.js'
import { icon } from './icon.js'

/** Copies what `read` answers, and says whether that succeeded. */
export function copyButton(texts: Texts, label: string, read: () => string): HTMLElement {
  const status = h('span', { class: 'copy-status', role: 'status' })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(read())
      status.textContent = texts.copy.done
    } catch {
      status.textContent = texts.copy.failed
    }
  }
  const button = h('button', { type: 'button', class: 'button small', on: { click: copy } }, icon('copy'), label)
  return h('span', { class: 'copy' }, status, button)
}
