import assert from 'node:assert/strict'
import { test } from 'node:test'
import { violations } from './violations.mjs'

const VIEWS = ['generate', 'inspect', 'diagnose', 'privileges']

/** Looks at every view, wide and narrow, and takes pictures for people to do so, too. */
export function testLooks(demo, language, theme) {
  test(`passes axe and fits narrow screens, ${language}, ${theme}`, async () => {
    for (const width of [1280, 360]) {
      const page = await demo.open({ language, theme, width })
      for (const view of VIEWS) {
        await page.click(`#tab-${view}`)
        if (view === 'diagnose') await page.selectOption('#sample', 'DOUBLE_PADDING')
        if (view === 'privileges') await page.selectOption('#sample', 'PUBLISH_DENIED')
        await page.waitForSelector('#result :is(.card, .finding)')
        assert.deepEqual(await violations(page), [], `${view} at ${width}`)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        assert.ok(overflow <= 0, `${view} at ${width} is ${overflow} pixels too wide`)
        await page.screenshot({ path: demo.picture(`${view}-${language}-${theme}-${width}`), fullPage: true })
      }
      assert.deepEqual(await page.traces(), demo.noTraces)
      await page.context().close()
    }
  })
}
