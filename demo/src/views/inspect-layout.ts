import type { App } from '../app/app.js'
import type { Segment } from '../logic/segments.js'
import { h } from '../ui/element.js'

/** The parts of a token as blocks in a row; the list of fields says the same in words. */
export function drawLayout({ texts }: App, segments: readonly Segment[]): HTMLElement {
  const { names, size } = texts.inspect
  const version = block('version', names.version, '04')
  const blocks = segments.map(({ name, bytes, missing }) => block(name, names[name], size(bytes.length), missing > 0))
  return h('div', { class: 'layout', 'aria-hidden': 'true' }, version, ...blocks)
}

function block(name: string, label: string, size: string, isCut = false): HTMLElement {
  return h(
    'div',
    { class: isCut ? 'block cut' : 'block', 'data-segment': name },
    h('span', { class: 'block-name' }, label),
    h('span', { class: 'block-size' }, size)
  )
}
