import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchChromium } from '../../../test/package/support/chromium.mjs'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const CONFIG = path('../../vite.config.mjs')
const PICTURES = path('../../screenshots/')
const TIMEOUT = 30_000

// zego-token04/dev-browser prints this once; all else on the console is a fault
const WARNING = 'the warning of zego-token04/dev-browser'
const IS_WARNING = /^warning: zego-token04\/dev-browser: this page holds a ServerSecret/

/** Serves the demo on a free port, and opens pages of it in Chromium. */
export async function openDemo() {
  // installed by now, if it was missing
  const vite = await import('vite')
  const server = await vite.createServer({ configFile: CONFIG, server: { port: 0 }, logLevel: 'error' })
  await server.listen()
  const [url] = server.resolvedUrls.local
  const browser = await launchChromium()
  mkdirSync(PICTURES, { recursive: true })

  /** A page that is loaded, with a clock that tests can move; it notes what it should not do. */
  async function open({ language, theme = 'light', width = 1280 }) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      locale: language === 'zh' ? 'zh-CN' : 'en-US',
      permissions: ['clipboard-read', 'clipboard-write']
    })
    context.setDefaultTimeout(TIMEOUT)
    const page = await context.newPage()
    await page.clock.install({ time: new Date('2026-01-01T00:00:00Z') })
    const seen = { requests: [], messages: [] }
    page.on('console', (message) => seen.messages.push(messageOf(message)))
    page.on('pageerror', (error) => seen.messages.push(`uncaught: ${error.message}`))
    const elsewhere = []
    page.on('request', (request) => request.url().startsWith(url) || elsewhere.push(request.url()))
    await page.goto(url)
    await page.waitForSelector('html[data-ready]', { state: 'attached' })
    const historyLength = await page.evaluate(() => history.length)
    // from here on, none
    page.on('request', (request) => seen.requests.push(request.url()))
    page.on('websocket', (socket) => seen.requests.push(socket.url()))

    page.traces = async () => {
      const kept = await page.evaluate(async () => ({
        localStorage: localStorage.length,
        sessionStorage: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        cookie: document.cookie,
        historyState: history.state,
        historyLength: history.length,
        address: location.href,
        remembered: [...document.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea')]
          .filter(({ autocomplete }) => autocomplete !== 'off')
          .map(({ id }) => id)
      }))
      return {
        ...kept,
        historyLength: kept.historyLength - historyLength,
        requests: [...elsewhere, ...seen.requests],
        messages: seen.messages
      }
    }
    return page
  }

  const noTraces = {
    localStorage: 0,
    sessionStorage: 0,
    databases: 0,
    caches: 0,
    cookie: '',
    historyState: null,
    historyLength: 0,
    address: url,
    remembered: [],
    requests: [],
    messages: [WARNING]
  }
  return {
    open,
    noTraces,
    picture: (name) => `${PICTURES}${name}.png`,
    build: () => vite.build({ configFile: CONFIG, logLevel: 'silent' }),
    async close() {
      await browser.close()
      await server.close()
    }
  }
}

function messageOf(message) {
  const text = `${message.type()}: ${message.text()}`
  return IS_WARNING.test(text) ? WARNING : text
}
