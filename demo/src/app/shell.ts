import { choice } from '../ui/choice.js'
import { h } from '../ui/element.js'
import { icon } from '../ui/icon.js'
import { drawDiagnose } from '../views/diagnose.js'
import { drawGenerate } from '../views/generate.js'
import { drawInspect } from '../views/inspect.js'
import { drawPrivileges } from '../views/privileges.js'
import type { App } from './app.js'
import { type Theme, VIEWS, type View } from './state.js'

const DRAW: Readonly<Record<View, (app: App) => readonly HTMLElement[]>> = {
  generate: drawGenerate,
  inspect: drawInspect,
  diagnose: drawDiagnose,
  privileges: drawPrivileges
}

/** The whole page: what it is for, its views, and the one that is open. */
export function drawShell(app: App): Node {
  const { state, texts } = app
  const { documentElement } = document
  documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en'
  documentElement.dataset.theme = state.theme
  document.title = `${texts.views[state.view]} · ${texts.title}`
  const panel = h(
    'div',
    { id: 'panel', role: 'tabpanel', 'aria-labelledby': `tab-${state.view}` },
    h('p', { class: 'intro' }, texts.intro[state.view]),
    h('div', { class: `columns ${state.view}` }, ...DRAW[state.view](app))
  )
  const page = document.createDocumentFragment()
  page.append(header(app), banner(app), tabs(app), h('main', {}, panel))
  return page
}

function header(app: App): HTMLElement {
  const { state, texts } = app
  const language = choice({
    id: 'language',
    legend: texts.language,
    isLegendHidden: true,
    options: { en: 'English', zh: '中文' },
    value: state.language,
    onChange: (value) => app.redraw({ language: value })
  })
  const { label, ...themes } = texts.theme
  const select = h(
    'select',
    { id: 'theme', 'aria-label': label, on: { change: () => app.redraw({ theme: select.value as Theme }) } },
    ...Object.entries(themes).map(([value, name]) => h('option', { value, selected: value === state.theme }, name))
  )
  const logo = h('span', { class: 'logo', 'aria-hidden': 'true' }, ...['a', 'b', 'c', 'd'].map((bar) => h('i', { class: bar })))
  const name = h('div', {}, h('h1', {}, texts.title), h('p', { class: 'tagline' }, texts.tagline))
  return h('header', {}, h('div', { class: 'brand' }, logo, name), h('div', { class: 'settings' }, language, select))
}

function banner({ texts }: App): HTMLElement {
  return h(
    'aside',
    { class: 'banner', 'aria-label': texts.banner.title },
    icon('warning'),
    h('p', {}, h('strong', {}, texts.banner.title), ' ', texts.banner.text)
  )
}

function tabs(app: App): HTMLElement {
  const { state, texts } = app
  const open = (view: View) => {
    app.redraw({ view })
    document.getElementById(`tab-${view}`)?.focus()
  }
  const move = (event: Event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[(event as KeyboardEvent).key]
    const edge = { Home: 0, End: -1 }[(event as KeyboardEvent).key]
    if (step === undefined && edge === undefined) return
    event.preventDefault()
    const next = edge ?? (VIEWS.indexOf(state.view) + (step ?? 0)) % VIEWS.length
    open(VIEWS.at(next) as View)
  }
  const items = VIEWS.map((view) => {
    const isOpen = view === state.view
    return h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${view}`,
        'aria-selected': isOpen ? 'true' : 'false',
        'aria-controls': isOpen ? 'panel' : undefined,
        tabindex: isOpen ? 0 : -1,
        on: { click: () => open(view) }
      },
      texts.views[view]
    )
  })
  return h(
    'nav',
    { class: 'tabs-bar', 'aria-label': texts.views.label },
    h('div', { role: 'tablist', 'aria-label': texts.views.label, on: { keydown: move } }, ...items)
  )
}
