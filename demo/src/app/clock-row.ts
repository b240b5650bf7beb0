import { utc } from '../logic/countdown.js'
import { h } from '../ui/element.js'
import { icon } from '../ui/icon.js'
import type { App } from './app.js'

/** The time at which the token is read; a sample brings its own. */
export function clockRow(app: App): HTMLElement {
  const { texts } = app
  const isDemo = app.state.clockOffset !== 0
  const time = h('time', { class: 'mono' })
  const show = () => {
    time.textContent = utc(app.now()) ?? ''
  }
  show()
  app.onTick(show)
  const leave = () => app.redraw({ clockOffset: 0 })
  return h(
    'div',
    { class: isDemo ? 'clock demo' : 'clock', role: 'group', 'aria-label': texts.token.clock },
    icon('clock'),
    h('span', {}, isDemo ? texts.token.demoTime : texts.token.realTime),
    time,
    isDemo && h('button', { type: 'button', id: 'real-time', class: 'link', on: { click: leave } }, texts.token.useRealTime)
  )
}
