import type { App } from '../app/app.js'
import { utc } from '../logic/countdown.js'
import { expireOf, type Segment, uint16 } from '../logic/segments.js'
import type { Texts } from '../texts/texts.js'
import { h } from '../ui/element.js'

const LONGEST_HEX = 16

/** Every part of a token: where it stands, what it says, and what it is for. Each can have the focus. */
export function drawFields({ texts }: App, segments: readonly Segment[]): HTMLElement {
  const { names, meanings, size, at, missing } = texts.inspect
  const row = (name: Segment['name'], place: string, value: string, lack?: string) =>
    h(
      'li',
      { class: 'field-row', 'data-segment': name, tabindex: 0 },
      h('span', { class: 'swatch', 'aria-hidden': 'true' }),
      h('span', { class: 'field-name' }, names[name]),
      h('span', { class: 'field-place' }, place, lack !== undefined && h('strong', { class: 'lack' }, ` · ${lack}`)),
      h('span', { class: 'field-value mono' }, value),
      h('span', { class: 'field-meaning' }, meanings[name])
    )
  const rows = segments.map((segment) => {
    const { name, offset, bytes, missing: lacking } = segment
    const place = `${at(offset)} · ${size(bytes.length)}`
    return row(name, place, decoded(segment, texts), lacking > 0 ? missing(lacking) : undefined)
  })
  return h('ul', { class: 'field-list' }, row('version', texts.inspect.text, '04'), ...rows)
}

function decoded(segment: Segment, { inspect }: Texts): string {
  const { name, bytes, missing } = segment
  if (missing > 0) return hex(bytes)
  switch (name) {
    case 'expire': {
      const seconds = expireOf(segment)
      return utc(Number(seconds)) ?? inspect.unix(String(seconds))
    }
    case 'ivLength':
    case 'ciphertextLength':
      return String(uint16(bytes, 0))
    case 'ciphertext':
      return inspect.encrypted
    case 'mode':
      return `${bytes[0]} · ${bytes[0] === 1 ? inspect.modes.gcm : bytes[0] === 0 ? inspect.modes.cbc : inspect.modes.unknown}`
    default:
      return hex(bytes)
  }
}

function hex(bytes: Uint8Array): string {
  const text = Array.from(bytes.subarray(0, LONGEST_HEX), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
  return bytes.length > LONGEST_HEX ? `${text} …` : text
}
