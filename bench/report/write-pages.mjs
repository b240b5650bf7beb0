import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { charts } from './charts.mjs'
import { markdownCosts, markdownScale } from './costs.mjs'
import { markdownGoals, markdownTable } from './table.mjs'
import { describeMachine } from './text.mjs'

const root = new URL('../../', import.meta.url)

/** Writes the tables between the marks of the pages, and the charts. */
export function writePages(results) {
  mkdirSync(new URL('bench/charts/', root), { recursive: true })
  for (const [name, content] of Object.entries(charts(results))) writeFileSync(new URL(`bench/charts/${name}`, root), content)
  fill('bench/README.md', 'machine', describeMachine(results.machine))
  fill('bench/README.md', 'goals', markdownGoals(results.goals))
  fill('bench/README.md', 'rows', markdownTable(results.rows))
  fill('bench/README.md', 'browser', `${results.browser.name}:\n\n${markdownTable(results.browser.rows)}`)
  fill('docs/performance.md', 'costs', `${describeMachine(results.machine)}:\n\n${markdownCosts(results)}`)
  fill('docs/performance.md', 'scale', markdownScale(results.scale))
}

function fill(page, name, content) {
  const url = new URL(page, root)
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const [before, rest, ...more] = readFileSync(url, 'utf8').split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined || more.length > 0) throw new Error(`${page} must have ${begin} and ${end} once`)
  writeFileSync(url, `${before}${begin}\n${content}\n${end}${after}`)
}
