import { h } from './element.js'

export interface ChoiceOptions<T extends string> {
  readonly id: string
  readonly legend: string
  /** Values, and what they are called. */
  readonly options: Readonly<Record<T, string>>
  readonly value: T
  readonly onChange: (value: T) => void
  /** For what the surroundings explain. */
  readonly isLegendHidden?: boolean
}

/** One of a few, as buttons in a row. */
export function choice<T extends string>({
  id,
  legend,
  options,
  value,
  onChange,
  isLegendHidden
}: ChoiceOptions<T>): HTMLElement {
  const items = (Object.entries(options) as [T, string][]).map(([key, name]) => {
    const input = h('input', { type: 'radio', name: id, id: `${id}-${key}`, value: key, on: { change: () => onChange(key) } })
    input.checked = key === value
    return h('label', { class: 'choice-item' }, input, h('span', {}, name))
  })
  return h(
    'fieldset',
    { class: 'choice' },
    h('legend', { class: isLegendHidden ? 'visually-hidden' : undefined }, legend),
    h('div', { class: 'choice-items' }, ...items)
  )
}
