import { isBrowser } from './is-browser.js'
import { browserRefused } from './refuse.js'

/** Throws `BROWSER_REFUSED` in a real browser: for builds that a bundler may have picked without saying where they will run. */
export function refuseBrowser(name: string): void {
  if (isBrowser()) throw browserRefused(name)
}
