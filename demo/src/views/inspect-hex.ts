import type { App } from '../app/app.js'
import type { Segment } from '../logic/segments.js'
import { h } from '../ui/element.js'

const MAX_SHOWN = 1024
const BYTES_IN_ROW = 16
const BYTES_IN_NARROW_ROW = 8

/** Bytes in hexadecimal, in the colours of their parts; where the page is narrow, a row has half as many. */
export function drawHex({ texts }: App, segments: readonly Segment[]): HTMLElement {
  const cells: HTMLElement[] = []
  let count = 0
  for (const { name, offset, bytes } of segments) {
    count += bytes.length
    bytes.subarray(0, Math.max(0, MAX_SHOWN - offset)).forEach((byte, index) => {
      const at = offset + index
      if (at % BYTES_IN_NARROW_ROW === 0) {
        const rowClass = at % BYTES_IN_ROW === 0 ? 'hex-offset' : 'hex-offset narrow'
        cells.push(h('span', { class: rowClass }, hex(at, 4)))
      }
      const isFirst = index === 0 ? ' first' : ''
      const isLast = index === bytes.length - 1 ? ' last' : ''
      cells.push(h('span', { class: `byte${isFirst}${isLast}`, 'data-segment': name }, hex(byte, 2)))
    })
  }
  const more = count > MAX_SHOWN ? h('p', { class: 'hint' }, texts.inspect.more(count - MAX_SHOWN)) : undefined
  return h('div', {}, h('div', { class: 'hex', role: 'img', 'aria-label': texts.inspect.bytes }, ...cells), more)
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
