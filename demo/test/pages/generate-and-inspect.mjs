import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CHINESE } from './chinese.mjs'
import { violations } from './violations.mjs'

/** Makes tokens, and looks into one. */
export function testGenerateAndInspect(page, language) {
  test('generates tokens and puts errors beside their fields', async () => {
    await page.click('#tab-generate')
    const token = await page.textContent('#made-token')
    assert.match(token, /^04[\w+/]+=*$/)
    await page.click('#again')
    await page.waitForFunction((old) => document.querySelector('#made-token')?.textContent !== old, token)

    await page.fill('#appId', '4294967296')
    await page.waitForSelector('#appId[aria-invalid="true"]')
    const error = await page.textContent('#appId-error')
    assert.match(error, language === 'zh' ? CHINESE : /^appId must be at most 4294967295/)
    assert.equal(await page.getAttribute('#appId', 'aria-describedby'), 'appId-error')
    assert.equal(await page.locator('#made-token').count(), 0)
    assert.deepEqual(await violations(page), [])
    await page.fill('#appId', '1234567890')
    await page.waitForSelector('#made-token')
    assert.equal(await page.isVisible('#appId-error'), false)
  })

  test('generates CBC, basic and Kit Tokens, and copies what it made', async () => {
    await page.check('#mode-cbc', { force: true })
    await page.check('#kind-basic', { force: true })
    await page.check('#isKit')
    await page.waitForSelector('#made-kit-token')
    const kitToken = await page.textContent('#made-kit-token')
    assert.match(kitToken, /^04[\w+/]+=*#[\w+/]+=*$/)
    await page.click('#made-heading + .copy button')
    await page.waitForFunction(() => document.querySelector('#made-heading + .copy [role="status"]').textContent !== '')
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.textContent('#made-token'))
    await page.check('#kind-privilege', { force: true })
    await page.check('#mode-gcm', { force: true })
    await page.uncheck('#isKit')
  })

  test('hands a token on, to be inspected without a secret', async () => {
    const token = await page.textContent('#made-token')
    await page.click('#next-inspect')
    assert.equal(await page.inputValue('#token'), token)
    const parts = await page.locator('.field-row').evaluateAll((rows) => rows.map((row) => row.dataset.segment))
    const expected = ['version', 'expire', 'ivLength', 'iv', 'ciphertextLength', 'ciphertext', 'tag', 'mode']
    assert.deepEqual(parts, expected)
    const bytes = await page.locator('.byte').allTextContents()
    assert.equal(bytes.join(''), Buffer.from(token.slice(2), 'base64').toString('hex'))
    assert.equal(await page.textContent('.token-text'), token)
  })

  test('links a part to its bytes and its text, by keyboard and by mouse', async () => {
    const lit = (name, bytes) =>
      page.waitForFunction(
        ([segment, count]) => {
          const all = [...document.querySelectorAll('.lit')]
          const lights = all.filter((element) => element.classList.contains('byte')).length
          return lights === count && all.every((element) => element.dataset.segment === segment)
        },
        [name, bytes]
      )
    await page.focus('.field-row[data-segment="iv"]')
    await page.hover('h1')
    await lit('iv', 12)
    assert.ok((await page.textContent('.part.lit')).length >= 15)
    await page.hover('.block[data-segment="expire"]')
    await lit('expire', 8)
    await page.hover('h1')
    await lit('iv', 12)
    await page.focus('#tab-inspect')
    await lit(undefined, 0)
  })

  test('counts down to the expiry, by a clock that a sample may set', async () => {
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000))
    await page.selectOption('#sample', 'CTIME_IN_FUTURE')
    await page.waitForSelector('.clock.demo')
    // what is left and what the clock of the page shows add up to the expiry, whenever they are read
    const read = async () => {
      const parts = (await page.textContent('.digits')).split(':')
      const left = parts.reduce((sum, part) => sum * 60 + Number(part), 0)
      const now = Date.parse((await page.textContent('.clock time')).replace(' UTC', 'Z')) / 1000
      assert.equal(now + left, 1_700_003_600)
      return left
    }
    assert.equal(await read(), 3605)
    await page.clock.runFor(10_000)
    // the last tick may have been up to a second ago
    assert.ok([3595, 3596].includes(await read()))
    await page.clock.resume()
    await page.click('#real-time')
    await page.waitForSelector('.pill.expired')
  })
}
