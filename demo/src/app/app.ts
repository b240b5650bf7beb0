import { TEXTS, type Texts } from '../texts/texts.js'
import type { State } from './state.js'

/** What every part of the page works with. */
export interface App {
  readonly state: State
  readonly texts: Texts
  /** Changes the state; what listens shows it. */
  set(patch: Partial<State>): void
  /** Changes the state and draws the page anew. */
  redraw(patch: Partial<State>): void
  /** Calls now, and whenever the state changes, until the page is drawn anew. */
  onChange(listener: () => void): void
  /** Calls once a second, until the page is drawn anew. */
  onTick(listener: () => void): void
  /** Unix seconds of the clock of the page, which a sample may have set. */
  now(): number
}

/** Holds the state in memory, and nowhere else. `draw` makes the page. */
export function createApp(root: HTMLElement, initial: State, draw: (app: App) => Node): App & { tick(): void } {
  let state = initial
  const changeListeners: (() => void)[] = []
  const tickListeners: (() => void)[] = []
  const app = {
    get state() {
      return state
    },
    get texts() {
      return TEXTS[state.language]
    },
    set(patch: Partial<State>) {
      state = { ...state, ...patch }
      for (const listener of changeListeners) listener()
    },
    redraw(patch: Partial<State>) {
      state = { ...state, ...patch }
      changeListeners.length = 0
      tickListeners.length = 0
      const focused = document.activeElement?.id
      root.replaceChildren(draw(app))
      if (focused) document.getElementById(focused)?.focus()
    },
    onChange(listener: () => void) {
      changeListeners.push(listener)
      listener()
    },
    onTick(listener: () => void) {
      tickListeners.push(listener)
    },
    now: () => Math.floor(Date.now() / 1000) + state.clockOffset,
    tick() {
      for (const listener of tickListeners) listener()
    }
  }
  return app
}
