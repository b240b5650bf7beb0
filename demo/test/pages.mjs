// Drives the four views in Chromium, in both languages and themes: npm run test:browsers. Writes pictures to demo/screenshots.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { ensureBuilt } from '../../examples/ensure-built.mjs'
import { ensureInstalled } from '../../test/support/npm.mjs'
import { testDiagnoseAndPrivileges } from './pages/diagnose-and-privileges.mjs'
import { testFrame } from './pages/frame.mjs'
import { testGenerateAndInspect } from './pages/generate-and-inspect.mjs'
import { testLooks } from './pages/looks.mjs'
import { openDemo } from './pages/open-demo.mjs'
import { violations } from './pages/violations.mjs'

ensureBuilt()
ensureInstalled(new URL('../', import.meta.url))
const demo = await openDemo()
after(() => demo.close())

for (const [language, name] of [
  ['en', 'English'],
  ['zh', 'Chinese']
]) {
  const page = await demo.open({ language })
  describe(`the demo in ${name}`, () => {
    testGenerateAndInspect(page, language)
    testDiagnoseAndPrivileges(page, language)
    testFrame(page, language)
    test('asked the network for nothing, stored nothing, and put nothing into its address', async () => {
      assert.deepEqual(await page.traces(), demo.noTraces)
    })
    for (const theme of ['light', 'dark']) testLooks(demo, language, theme)
  })
}

test('a theme that is chosen wins over that of the system', async () => {
  const page = await demo.open({ language: 'en', theme: 'light' })
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.selectOption('#theme', 'dark')
  assert.notEqual(await background(), light)
  await page.selectOption('#theme', 'auto')
  assert.equal(await background(), light)
  await page.context().close()
})

test('what these tests look for is noticed when it is there', async () => {
  const page = await demo.open({ language: 'en' })
  const sent = () =>
    fetch('/').then(
      () => 'sent',
      () => 'refused'
    )
  assert.equal(await page.evaluate(sent), 'refused')
  await page.evaluate(() => {
    localStorage.setItem('secret', '')
    document.body.append(document.createElement('input'))
  })
  assert.match((await violations(page)).join(), /^label: /)
  const { localStorage, remembered, messages } = await page.traces()
  assert.deepEqual([localStorage, remembered], [1, ['']])
  assert.match(messages.join(), /Content Security Policy/)
  await page.context().close()
})

test('a build for production is refused, with the reason', async () => {
  await assert.rejects(demo.build(), /not built for production.*ServerSecret/)
})
