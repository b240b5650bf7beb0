import type { App } from '../app/app.js'
import { countdownTo, utc } from '../logic/countdown.js'
import { expireOf, type Segment } from '../logic/segments.js'
import { untilRenewal } from '../logic/until-renewal.js'
import { card } from '../ui/card.js'
import { h } from '../ui/element.js'

/** When the token expires by its clear text, counted down. */
export function drawExpiry(app: App, token: string, segments: readonly Segment[]): HTMLElement {
  const { texts } = app
  const { inspect } = texts
  const [first] = segments
  if (first === undefined || first.missing > 0) {
    return card('expiry', inspect.expiry, undefined, h('p', { class: 'empty' }, inspect.missing(first?.missing ?? 0)))
  }
  const expire = Number(expireOf(first))
  const pill = h('span', { class: 'pill' })
  const days = h('span', { class: 'days' })
  const clock = h('span', { class: 'mono digits' })
  const suffix = h('span', { class: 'hint' })
  const show = () => {
    const now = app.now()
    const left = countdownTo(expire, now, untilRenewal(token, now))
    pill.textContent = inspect[left.state]
    pill.className = `pill ${left.state}`
    days.textContent = left.days > 0 ? inspect.days(left.days) : ''
    clock.textContent = left.clock
    suffix.textContent = left.state === 'expired' ? inspect.ago : inspect.left
  }
  show()
  app.onTick(show)
  return card(
    'expiry',
    inspect.expiry,
    pill,
    h('div', { class: 'countdown', role: 'timer' }, days, clock, suffix),
    h('p', { class: 'mono expire-date' }, utc(expire) ?? inspect.unix(String(expireOf(first)))),
    h('p', { class: 'hint' }, inspect.notAuthenticated)
  )
}
