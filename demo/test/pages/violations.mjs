import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

let source

/** What axe holds against a page as it is: each rule with the elements that break it. */
export async function violations(page) {
  source ??= readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
  // not a script of the page: its policy would refuse that
  await page.evaluate(source)
  return page.evaluate(async () => {
    const results = await window.axe.run(document, { resultTypes: ['violations'] })
    return results.violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`
    )
  })
}
