// Measures the package beside the least work that makes the same bytes, beside peers, and in Chromium; prints each goal with what was
// measured, and fails where one does not hold:
//   npm run bench [-- --json FILE] [-- --write]
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../examples/ensure-built.mjs'
import { ensureInstalled } from '../test/support/npm.mjs'

const { values } = parseArgs({ options: { json: { type: 'string' }, write: { type: 'boolean' } } })
const say = (text) => process.stderr.write(`${text}\n`)

ensureBuilt()
ensureInstalled(new URL('.', import.meta.url))
const { measureAll } = await import('./measure-all.mjs')
const { goals } = await import('./goals.mjs')
const { report } = await import('./report/text.mjs')

const measured = await measureAll(say)
const results = { ...measured, goals: goals(measured) }
process.stdout.write(report(results))
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
if (values.write) {
  const { writePages } = await import('./report/write-pages.mjs')
  writePages(results)
}
process.exitCode = results.goals.every(({ holds }) => holds) ? 0 : 1
