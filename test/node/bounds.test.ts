import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { outcomeOf } from '../../fuzz/outcome.js'
import { decodeToken04, diagnoseToken04, parseKitToken, secondsUntilRenewal, verifyToken04 } from '../../src/index.js'
import { diagnoseToken04Sync, verifyToken04Sync } from '../../src/sync.js'
import { SECRET } from '../support/tokens.js'

test('a text of ten megabytes is refused by its length, at once', async () => {
  const texts = [
    `04${'A'.repeat(10_000_000)}`,
    '\u4e2d'.repeat(5_000_000),
    `${' '.repeat(10_000_000)}04`,
    `04AA#${'A'.repeat(10_000_000)}`
  ]
  for (const text of texts) {
    const calls = [
      () => verifyToken04(text, { serverSecret: SECRET }),
      () => verifyToken04Sync(text, { serverSecret: SECRET }),
      () => diagnoseToken04(text, { serverSecret: SECRET }),
      () => diagnoseToken04Sync(text, { serverSecret: SECRET }),
      () => decodeToken04(text),
      () => secondsUntilRenewal(text),
      () => parseKitToken(text)
    ]
    // the diagnosis is loaded when it is first needed
    await outcomeOf(() => diagnoseToken04(''))
    for (const call of calls) {
      const start = performance.now()
      await outcomeOf<unknown>(call)
      // a thousandth of it is usual; this is what was promised
      expect(performance.now() - start).toBeLessThan(50)
    }
  }
})

test('a million verifications of garbage leave the heap where it was', { timeout: 120_000 }, () => {
  const script = fileURLToPath(new URL('../package/garbage.mjs', import.meta.url))
  const { refused, grown } = JSON.parse(execFileSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' }))
  expect(refused).toBe(1_000_000)
  expect(grown).toBeLessThan(1_000_000)
})
