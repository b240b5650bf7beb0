import { h } from './element.js'

/** On or off. */
export function toggle(id: string, label: string, isOn: boolean, onChange: (isOn: boolean) => void): HTMLElement {
  const input = h('input', { type: 'checkbox', id, on: { change: () => onChange(input.checked) } })
  input.checked = isOn
  return h('label', { class: 'toggle' }, input, h('span', {}, label))
}
