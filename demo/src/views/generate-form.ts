import type { App } from '../app/app.js'
import type { Field, GenerateForm } from '../logic/generate-form.js'
import { randomSecret } from '../logic/random-secret.js'
import { card } from '../ui/card.js'
import { choice } from '../ui/choice.js'
import { h } from '../ui/element.js'
import { type FieldElement, field } from '../ui/field.js'
import { icon } from '../ui/icon.js'
import { toggle } from '../ui/toggle.js'

type Change = (patch: Partial<GenerateForm>, isRedrawn?: boolean) => void

/** The options of a new token, each field with room for its error. */
export function drawForm(app: App, fields: Partial<Record<Field, FieldElement>>, change: Change): HTMLElement {
  const { form } = app.state
  const { fields: labels, hints, generate: texts } = app.texts
  const input = (name: Field, more: { rows?: number; inputmode?: 'numeric'; class?: string } = {}) => {
    const options = { id: name, label: labels[name], hint: hints[name], value: form[name], ...more }
    const made = field({ ...options, onInput: (value) => change({ [name]: value }) })
    fields[name] = made
    return made.element
  }
  const isPrivilege = form.kind === 'privilege'
  const kinds = choice({
    id: 'kind',
    legend: texts.kind,
    options: { basic: texts.basic, privilege: texts.privilege },
    value: form.kind,
    onChange: (kind) => change({ kind }, true)
  })
  const modes = choice({
    id: 'mode',
    legend: texts.mode,
    options: { gcm: 'GCM', cbc: 'CBC' },
    value: form.mode,
    onChange: (mode) => change({ mode })
  })
  const rights = h(
    'div',
    { class: 'toggles' },
    toggle('canLogin', texts.canLogin, form.canLogin, (canLogin) => change({ canLogin })),
    toggle('canPublish', texts.canPublish, form.canPublish, (canPublish) => change({ canPublish }))
  )
  return card(
    'options',
    texts.options,
    undefined,
    h('div', { class: 'pair' }, kinds, modes),
    h('div', { class: 'pair' }, input('appId', { inputmode: 'numeric', class: 'mono' }), input('userId')),
    withButtons(input('serverSecret', { class: 'mono' }), [
      button('random-secret', texts.randomSecret, 'dice', () => change({ serverSecret: randomSecret() }, true))
    ]),
    withButtons(
      input('effectiveTimeInSeconds', { inputmode: 'numeric', class: 'mono' }),
      Object.entries(texts.presets).map(([seconds, name]) =>
        button(`preset-${seconds}`, name, undefined, () => change({ effectiveTimeInSeconds: seconds }, true))
      )
    ),
    isPrivilege || form.isKit ? input('roomId') : undefined,
    isPrivilege ? rights : undefined,
    isPrivilege ? input('streamIds', { rows: 2, class: 'mono' }) : undefined,
    toggle('isKit', texts.isKit, form.isKit, (isKit) => change({ isKit }, true)),
    form.isKit ? input('userName') : undefined
  )
}

function withButtons(element: HTMLElement, buttons: readonly HTMLElement[]): HTMLElement {
  const label = element.firstElementChild as HTMLElement
  const head = h('div', { class: 'field-head' })
  label.replaceWith(head)
  head.append(label, h('div', { class: 'field-buttons' }, ...buttons))
  return element
}

function button(id: string, label: string, picture: 'dice' | undefined, onClick: () => void): HTMLElement {
  return h('button', { type: 'button', id, class: 'chip', on: { click: onClick } }, picture && icon(picture), label)
}
