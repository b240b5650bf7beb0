import assert from 'node:assert/strict'
import { launchChromium } from '../support/chromium.mjs'
import { startStrictServer } from '../support/strict-server.mjs'

const REFUSED = 'BROWSER_REFUSED'
const EXPECTED = {
  generate: REFUSED,
  verify: REFUSED,
  importSecret: REFUSED,
  diagnose: REFUSED,
  decode: 'gcm',
  // the policy holds where the package was used
  codeFromText: 'blocked'
}
const TIMEOUT = 30_000

const PLACES = [
  ['page', 'a page is refused', EXPECTED, askPage, 0],
  ['worker', 'a web worker is refused', EXPECTED, askWorker, 0],
  ['service-worker', 'a service worker is refused', EXPECTED, askServiceWorker, 0],
  ['dev-page', 'zego-token04/dev-browser makes and verifies tokens, and warns once', { gcm: 'demo', cbc: 'demo' }, askPage, 1]
]

/** Runs every bundle in a real Chromium, under a Content-Security-Policy that forbids code from text. */
export async function checkInBrowser({ check, skip }, apps) {
  let browser
  try {
    browser = await launchChromium()
  } catch (error) {
    skip('chromium', 'every bundle', `No Chromium starts here: set CHROMIUM_PATH.\n${error.message}`)
    return
  }
  const server = await startStrictServer(apps)
  try {
    for (const [app, built] of Object.entries(apps)) {
      for (const [entry, what, expected, ask, warnings] of PLACES) {
        if (built[entry] === undefined) continue
        await check('chromium', `${app}: ${what}`, () =>
          inNewPage(browser, async (page, said) => {
            assert.deepEqual(await ask(page, server, app, entry), expected)
            assert.equal(said.filter((text) => text.includes('this page holds a ServerSecret')).length, warnings)
          })
        )
      }
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** A page of its own storage and workers; what it reports as an error fails the check. */
async function inNewPage(browser, use) {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.setDefaultTimeout(TIMEOUT)
  const errors = []
  const said = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', ({ message }) => errors.push(message))
  try {
    await use(page, said)
    assert.deepEqual(errors, [])
  } catch (error) {
    throw errors.length === 0 ? error : new Error(`${error.message}\nThe page says: ${errors.join('; ')}`)
  } finally {
    await context.close()
  }
}

async function askPage(page, server, app, entry) {
  await page.goto(server.url(app, entry))
  await page.waitForFunction(() => globalThis.answer !== undefined)
  return page.evaluate(() => globalThis.answer)
}

async function askWorker(page, server, app, entry) {
  await page.goto(server.url(app, entry, 'empty'))
  return page.evaluate(
    ([url, timeout]) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(url, { type: 'module' })
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(`worker: ${message}`))
        setTimeout(() => reject(new Error('the worker does not answer')), timeout)
        worker.postMessage('answer')
      }),
    [server.url(app, entry, 'bundle.js'), TIMEOUT]
  )
}

async function askServiceWorker(page, server, app, entry) {
  await page.goto(server.url(app, entry, 'empty'))
  return page.evaluate(
    async ([url, timeout]) => {
      const registration = await navigator.serviceWorker.register(url, { type: 'module' })
      const worker = registration.active ?? registration.waiting ?? registration.installing
      return new Promise((resolve, reject) => {
        navigator.serviceWorker.onmessage = ({ data }) => resolve(data)
        setTimeout(() => reject(new Error('the service worker does not answer')), timeout)
        worker.postMessage('answer')
      })
    },
    [server.url(app, entry, 'bundle.js'), TIMEOUT]
  )
}
