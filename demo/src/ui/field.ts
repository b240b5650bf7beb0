import { h } from './element.js'

type Input = HTMLInputElement | HTMLTextAreaElement

export interface FieldOptions {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onInput: (value: string) => void
  /** Several lines where it is given. */
  readonly rows?: number
  readonly placeholder?: string
  readonly inputmode?: 'numeric'
  readonly class?: string
}

export interface FieldElement {
  readonly element: HTMLElement
  readonly input: Input
  /** Shows an error beside the field, or none. */
  setError(message: string | undefined): void
}

/** A labelled field. Browsers neither remember nor spell-check it: it may hold a secret. */
export function field({ id, label, hint, value, onInput, rows, ...attributes }: FieldOptions): FieldElement {
  const input = h(rows === undefined ? 'input' : 'textarea', {
    id,
    rows,
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    ...attributes
  })
  input.value = value
  input.addEventListener('input', () => onInput(input.value))
  const hintElement = hint === undefined ? undefined : h('p', { class: 'hint', id: `${id}-hint` }, hint)
  const error = h('p', { class: 'field-error', id: `${id}-error`, hidden: true })
  const setError = (message: string | undefined) => {
    error.textContent = message ?? ''
    error.hidden = message === undefined
    if (hintElement !== undefined) hintElement.hidden = message !== undefined
    input.setAttribute('aria-invalid', String(message !== undefined))
    const describing = message !== undefined ? error.id : hintElement?.id
    if (describing !== undefined) input.setAttribute('aria-describedby', describing)
  }
  setError(undefined)
  const element = h('div', { class: 'field' }, h('label', { for: id }, label), input, hintElement, error)
  return { element, input, setError }
}
