// Drives the four views in Chromium, in both languages and themes: npm run test:browsers. Writes pictures to demo/screenshots.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { ensureBuilt } from '../../examples/ensure-built.mjs'
import { installDemo } from '../install.mjs'
import { openDemo } from './pages/open-demo.mjs'
import { violations } from './pages/violations.mjs'

const VIEWS = ['generate', 'inspect', 'diagnose', 'privileges']
const LANGUAGES = ['en', 'zh']
const THEMES = ['light', 'dark']
const CHINESE = /[\u4e00-\u9fff]/
const NOTHING_WRONG = new Set(['VALID_BASIC', 'VALID_PRIVILEGE', 'VALID_STREAMS'])

ensureBuilt()
installDemo()
const demo = await openDemo()
after(() => demo.close())

for (const language of LANGUAGES) {
  describe(`the demo in ${language === 'en' ? 'English' : 'Chinese'}`, () => {
    let page
    before(async () => {
      page = await demo.open({ language })
    })

    test('opens in the language of the browser, and says what it is for', async () => {
      assert.equal(await page.getAttribute('html', 'lang'), language === 'zh' ? 'zh-CN' : 'en')
      const banner = await page.textContent('.banner')
      assert.match(banner, language === 'zh' ? /仅供开发使用/ : /For development only/)
    })

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
      assert.equal(await page.textContent('.digits'), '01:00:05')
      await page.clock.runFor(3000)
      assert.equal(await page.textContent('.digits'), '01:00:02')
      assert.equal(await page.textContent('.clock time'), '2023-11-14 22:13:18 UTC')
      await page.clock.resume()
      await page.click('#real-time')
      await page.waitForSelector('.pill.expired')
    })

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
      for (const text of [
        '<img src=x onerror=alert(1)>',
        '\u0000',
        '04',
        '🦆'.repeat(9),
        'Bearer 04AAAA#',
        '{"token": null}'
      ]) {
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

    test('asked the network for nothing, stored nothing, and put nothing into its address', async () => {
      assert.deepEqual(await page.traces(), demo.noTraces)
    })
  })

  for (const theme of THEMES) {
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
