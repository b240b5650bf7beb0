import type { Run } from '../logic/runs.js'
import { h } from '../ui/element.js'

const LONGEST_RUN = 2000

/** A token in the colours of its parts. What is far too long to look at is cut. */
export function colouredText(runs: readonly Run[]): HTMLElement {
  const spans = runs.map(({ name, text }) =>
    h('span', { class: 'part', 'data-segment': name }, text.length > LONGEST_RUN ? `${text.slice(0, LONGEST_RUN)}…` : text)
  )
  return h('code', { class: 'token-text' }, ...spans)
}
