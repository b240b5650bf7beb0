import type { App } from '../app/app.js'
import { showGenerated } from '../app/show-generated.js'
import type { View } from '../app/state.js'
import { type Field, type Generated, type GenerateForm, generateFrom } from '../logic/generate-form.js'
import { h } from '../ui/element.js'
import type { FieldElement } from '../ui/field.js'
import { drawForm } from './generate-form.js'
import { drawResult } from './generate-result.js'

/** Makes a token while its options are typed. */
export function drawGenerate(app: App): readonly HTMLElement[] {
  const { texts } = app
  const fields: Partial<Record<Field, FieldElement>> = {}
  const result = h('div', { class: 'stack', id: 'result' })
  let latest = 0

  const show = ({ token, kitToken, errors }: Generated) => {
    for (const [name, shown] of Object.entries(fields) as [Field, FieldElement][]) {
      const error = errors[name]
      shown.setError(error && texts.fieldError(name, error.message))
    }
    const open = (view: View) => app.redraw({ ...showGenerated(app.state.form, token ?? ''), view })
    result.replaceChildren(...drawResult(app, { token, kitToken, again: make, open }))
  }
  const make = async () => {
    const turn = ++latest
    const generated = await generateFrom(app.state.form, () => Math.floor(Date.now() / 1000))
    if (turn === latest) show(generated)
  }
  const change = (patch: Partial<GenerateForm>, isRedrawn = false) => {
    const form = { ...app.state.form, ...patch }
    if (isRedrawn) return app.redraw({ form })
    app.set({ form })
    make()
  }
  make()
  return [drawForm(app, fields, change), result]
}
