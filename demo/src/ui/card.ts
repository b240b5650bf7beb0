import { h } from './element.js'

/** A part of the page with a heading, and maybe something beside it. */
export function card(
  id: string,
  heading: string,
  aside: HTMLElement | undefined,
  ...children: (Node | undefined)[]
): HTMLElement {
  const head = h('div', { class: 'card-head' }, h('h2', { id: `${id}-heading` }, heading), aside)
  return h('section', { class: 'card', 'aria-labelledby': `${id}-heading` }, head, ...children)
}
