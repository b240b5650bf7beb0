import assert from 'node:assert/strict'
import { test } from 'node:test'

/** What stands around all views. */
export function testFrame(page, language) {
  test('opens in the language of the browser, and says what it is for', async () => {
    assert.equal(await page.getAttribute('html', 'lang'), language === 'zh' ? 'zh-CN' : 'en')
    const banner = await page.textContent('.banner')
    assert.match(banner, language === 'zh' ? /仅供开发使用/ : /For development only/)
  })

  test('opens its views by keyboard', async () => {
    await page.focus('#tab-privileges')
    for (const [key, view] of [
      ['ArrowRight', 'generate'],
      ['ArrowRight', 'inspect'],
      ['ArrowLeft', 'generate'],
      ['End', 'privileges'],
      ['Home', 'generate']
    ]) {
      await page.keyboard.press(key)
      assert.equal(await page.evaluate(() => document.activeElement.id), `tab-${view}`)
      assert.equal(await page.getAttribute(`#tab-${view}`, 'aria-selected'), 'true')
    }
  })

  test('switches to the other language and back, and keeps what was typed', async () => {
    const other = language === 'en' ? 'zh' : 'en'
    await page.fill('#userId', 'somebody')
    await page.check(`#language-${other}`, { force: true })
    assert.equal(await page.getAttribute('html', 'lang'), other === 'zh' ? 'zh-CN' : 'en')
    assert.equal(await page.inputValue('#userId'), 'somebody')
    assert.equal(await page.evaluate(() => document.activeElement.id), `language-${other}`)
    await page.check(`#language-${language}`, { force: true })
  })
}
