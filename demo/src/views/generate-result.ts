import type { App } from '../app/app.js'
import type { View } from '../app/state.js'
import { runsOf } from '../logic/runs.js'
import { segmentsOf } from '../logic/segments.js'
import { snippetOf } from '../logic/snippet.js'
import { readTokenText } from '../logic/token-text.js'
import { card } from '../ui/card.js'
import { copyButton } from '../ui/copy-button.js'
import { h } from '../ui/element.js'
import { icon } from '../ui/icon.js'
import { colouredText } from './coloured-text.js'

export interface Result {
  readonly token: string | undefined
  readonly kitToken: string | undefined
  readonly again: () => void
  readonly open: (view: View) => void
}

/** What was made, and where to go with it. */
export function drawResult(app: App, { token, kitToken, again, open }: Result): readonly HTMLElement[] {
  const { texts, state } = app
  const { generate, copy } = texts
  if (token === undefined) {
    return [card('made', texts.token.heading, undefined, h('p', { class: 'empty', role: 'status' }, generate.refused))]
  }
  const next = (['inspect', 'diagnose', 'privileges'] as const).map((view) =>
    h(
      'button',
      { type: 'button', class: 'button', id: `next-${view}`, on: { click: () => open(view) } },
      generate.next[view],
      icon('arrow')
    )
  )
  const made = card(
    'made',
    texts.token.heading,
    copyButton(texts, copy.token, () => token),
    tokenText('made-token', token),
    h(
      'div',
      { class: 'row' },
      h('span', { class: 'hint' }, generate.characters(token.length)),
      h('button', { type: 'button', class: 'link', id: 'again', on: { click: again } }, generate.again)
    ),
    h('div', { class: 'row next' }, ...next)
  )
  const kit =
    kitToken === undefined
      ? []
      : [
          card(
            'kit',
            generate.kitToken,
            copyButton(texts, copy.kitToken, () => kitToken),
            tokenText('made-kit-token', kitToken)
          )
        ]
  const snippet = snippetOf(state.form)
  const code = card(
    'code',
    generate.code,
    copyButton(texts, copy.code, () => snippet),
    h('pre', { class: 'code', tabindex: 0 }, snippet)
  )
  return [made, ...kit, code]
}

function tokenText(id: string, token: string): HTMLElement {
  const read = readTokenText(token)
  const runs = read === undefined ? [] : runsOf(read, segmentsOf(read.bytes))
  const text = colouredText(runs)
  text.id = id
  return text
}
