import type { SampleId } from '../samples/sample.js'
import { SAMPLE_GROUPS, type SampleGroup } from '../samples/samples.js'
import { SAMPLE_TITLES } from '../texts/sample-titles.js'
import { card } from '../ui/card.js'
import { copyButton } from '../ui/copy-button.js'
import { h } from '../ui/element.js'
import { field } from '../ui/field.js'
import type { App } from './app.js'
import { clockRow } from './clock-row.js'
import { editToken } from './edit-token.js'
import { loadSample } from './load-sample.js'
import { secretField } from './secret-field.js'
import { NOTHING_SHOWN } from './state.js'

/** The token that three of the views look at, and samples to put there; with the secret where a view decrypts. */
export function tokenCard(app: App, withSecret: boolean): HTMLElement {
  const { texts, state } = app
  const text = typeof state.token === 'string' ? state.token : ''
  const token = field({
    id: 'token',
    label: texts.token.label,
    value: text,
    rows: 7,
    placeholder: texts.token.placeholder,
    class: 'mono',
    onInput: (value) => {
      const patch = editToken(app.state, value)
      // what belonged to the sample is drawn elsewhere, too
      if ('sample' in patch) app.redraw(patch)
      else app.set(patch)
    }
  })
  const copy = copyButton(texts, texts.copy.token, () => token.input.value)
  const isText = typeof state.token === 'string'
  const note = isText ? undefined : h('p', { class: 'note' }, texts.token.notText(String(state.token)))
  const secret = withSecret ? secretField(app) : undefined
  return card('token', texts.token.heading, copy, samplePicker(app), token.element, note, secret, clockRow(app))
}

function samplePicker(app: App): HTMLElement {
  const { texts, state } = app
  const pick = async () => {
    if (select.value === '') app.redraw(NOTHING_SHOWN)
    else app.redraw(await loadSample(select.value as SampleId, Math.floor(Date.now() / 1000)))
  }
  const groups = Object.entries(SAMPLE_GROUPS).map(([group, ids]) => {
    const options = ids.map((id) =>
      h('option', { value: id, selected: id === state.sample }, SAMPLE_TITLES[id][state.language])
    )
    return h('optgroup', { label: texts.token.groups[group as SampleGroup] }, ...options)
  })
  const own = h('option', { value: '', selected: state.sample === '' }, texts.token.ownToken)
  const select = h('select', { id: 'sample', on: { change: pick } }, own, ...groups)
  return h('div', { class: 'field inline' }, h('label', { for: 'sample' }, texts.token.sample), select)
}
