import type { CheckRule, Mode } from 'zego-token04/dev-browser'
import type { App } from '../app/app.js'
import { type Expected, NOTHING_EXPECTED } from '../logic/question.js'
import { choice } from '../ui/choice.js'
import { h } from '../ui/element.js'
import { field } from '../ui/field.js'

/** What the token is compared with; all of it may stay empty. */
export function drawExpectations(app: App): HTMLElement {
  const { texts } = app
  const { diagnose, privileges } = texts
  const { expected } = app.state
  const change = (patch: Partial<Expected>) => app.set({ expected: { ...app.state.expected, ...patch } })
  const input = (name: 'appId' | 'userId' | 'roomId' | 'streamId' | 'clockToleranceInSeconds') =>
    field({ id: name, label: texts.fields[name], value: expected[name], onInput: (value) => change({ [name]: value }) }).element
  const { none, ...actions } = diagnose.actions
  const rules = Object.entries(privileges.rules).map(([rule, name]) =>
    h('option', { value: rule, selected: rule === expected.rule }, name)
  )
  const select = h('select', { id: 'rule', on: { change: () => change({ rule: select.value as CheckRule }) } }, ...rules)
  const isGiven = Object.entries(expected).some(([name, value]) => value !== NOTHING_EXPECTED[name as keyof Expected])
  return h(
    'details',
    { class: 'card', open: isGiven },
    h('summary', {}, h('h2', {}, diagnose.expectations)),
    h(
      'div',
      { class: 'details-body' },
      h('div', { class: 'pair' }, input('appId'), input('userId')),
      h('div', { class: 'pair' }, input('roomId'), input('streamId')),
      choice<Expected['action']>({
        id: 'action',
        legend: diagnose.action,
        options: { '': none, ...actions },
        value: expected.action,
        onChange: (action) => change({ action })
      }),
      h('div', { class: 'field' }, h('label', { for: 'rule' }, diagnose.rule), select),
      choice<'' | Mode>({
        id: 'allowed',
        legend: diagnose.modes,
        options: { '': diagnose.anyMode, gcm: 'GCM', cbc: 'CBC' },
        value: expected.mode,
        onChange: (mode) => change({ mode })
      }),
      input('clockToleranceInSeconds')
    )
  )
}
