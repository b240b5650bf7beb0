import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CHINESE } from './chinese.mjs'

const NOTHING_WRONG = new Set(['VALID_BASIC', 'VALID_PRIVILEGE', 'VALID_STREAMS'])

/** Has every sample diagnosed, and much that is none, and asks what tokens allow. */
export function testDiagnoseAndPrivileges(page, language) {
  test('finds in each sample what it is a sample of, with a fix', async () => {
    await page.click('#tab-diagnose')
    const samples = await page.locator('#sample option').evaluateAll((options) => options.map(({ value }) => value))
    assert.ok(samples.length > 50)
    for (const sample of samples.filter((id) => id !== '')) {
      await page.selectOption('#sample', sample)
      if (NOTHING_WRONG.has(sample)) await page.waitForSelector('.verdict.good')
      else {
        await page.waitForSelector(`.finding[data-code="${sample}"]`)
        const [text, fix] = await page
          .locator(`.finding[data-code="${sample}"]`)
          .first()
          .evaluate((card) => ['.finding-message', '.finding-fix span'].map((part) => card.querySelector(part).textContent))
        assert.ok(text.length > 5 && fix.length > 3, sample)
        if (language === 'zh') assert.match(`${text}${fix}`, CHINESE)
      }
    }
  })

  test('takes anything for a token, and forgets a sample that is pasted over', async () => {
    await page.selectOption('#sample', 'APP_ID_MISMATCH')
    await page.waitForSelector('.finding[data-code="APP_ID_MISMATCH"]')
    for (const text of ['<img src=x onerror=alert(1)>', '\u0000', '04', '🦆'.repeat(9), 'Bearer 04AAAA#', '{"token": null}']) {
      await page.fill('#token', text)
      await page.waitForSelector('.verdict.bad')
    }
    assert.equal(await page.inputValue('#secret'), '')
    assert.equal(await page.locator('.clock.demo').count(), 0)
    await page.click('#tab-inspect')
    await page.fill('#token', '04AAAAAGVT')
    await page.waitForSelector('.lack')
    await page.click('#to-diagnosis')
    await page.waitForSelector('.finding[data-code="TRUNCATED"]')
  })

  test('shows what each rule allows', async () => {
    await page.click('#tab-privileges')
    await page.selectOption('#sample', 'STREAM_ID_DENIED')
    await page.waitForSelector('.matrix')
    const reasons = () => page.locator('.matrix td').evaluateAll((cells) => cells.map((cell) => cell.dataset.reason))
    const denied = 'STREAM_ID_DENIED'
    assert.deepEqual(await reasons(), ['granted', 'unchecked', 'unchecked', denied, 'granted', denied])
    await page.fill('#streamId', 'camera')
    await page.waitForSelector('.matrix tr[data-rule="publish"] td[data-reason="granted"]')
    await page.fill('#roomId', 'elsewhere')
    await page.waitForSelector('[data-reason="ROOM_ID_MISMATCH"]')
    await page.selectOption('#sample', 'VALID_BASIC')
    await page.waitForSelector('[data-reason="basic"]')
    await page.fill('#secret', '')
    await page.waitForSelector('#result .empty')
  })
}
