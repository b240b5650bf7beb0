import { readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { bundle } from '../support/bundle.mjs'

/** Measures the rows of page.mjs in Chromium. */
export async function inChromium(settings) {
  const { CHROMIUM_ARGS, findChromium } = await import(await bundle('test/support/find-chromium.ts', { platform: 'node' }))
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
  try {
    const page = await browser.newPage()
    const failures = []
    page.on('pageerror', (error) => failures.push(error))
    const script = readFileSync(await bundle('bench/browser/page.mjs', { platform: 'browser' }), 'utf8')
    // WebCrypto wants a secure origin; nothing leaves the machine
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' })
    )
    await page.goto('https://bench.invalid/')
    await page.addScriptTag({ content: script, type: 'module' })
    await page.waitForFunction(() => globalThis.measureInPage !== undefined)
    const rows = await page.evaluate((settings) => globalThis.measureInPage(settings), settings)
    if (failures.length > 0) throw failures[0]
    return { name: `Chromium ${browser.version()}`, rows }
  } finally {
    await browser.close()
  }
}
