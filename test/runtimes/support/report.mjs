import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { README_WORDS } from './readme-words.mjs'

const ROOT = new URL('../../../', import.meta.url)
const TABLE = /(<!-- runtimes:begin -->\n)([\s\S]*?)(<!-- runtimes:end -->)/

const say = (line = '') => process.stdout.write(`${line}\n`)

/** The options of both commands. */
export function readArguments(ids) {
  const { values } = parseArgs({
    options: {
      'require-all': { type: 'boolean', default: false },
      only: { type: 'string' },
      write: { type: 'boolean', default: false }
    }
  })
  const only = values.only?.split(',') ?? ids
  const unknown = only.filter((id) => !ids.includes(id))
  if (unknown.length > 0) {
    process.stderr.write(`There is no ${unknown.join(', ')}; there are ${ids.join(', ')}.\n`)
    process.exit(2)
  }
  return { only, requireAll: values['require-all'], write: values.write, isPartial: values.only !== undefined }
}

/**
 * Prints what was measured, writes or checks the table of both guides, and sets the exit code.
 *
 * A result is `{ name, note, version, backend, cases, passed, faults }`, or `{ name, missing }` with what to install.
 */
export function conclude(results, { requireAll, write, isPartial }) {
  const ran = results.filter(({ missing }) => missing === undefined)
  const faults = ran.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))
  for (const { name, missing } of results.filter((result) => result.missing !== undefined)) {
    const text = `${name}: left out, it is missing: ${missing}`
    if (requireAll) faults.push(text)
    else say(text)
  }
  const rows = ran.map(({ name, version, backend, cases, passed }) => [plain(name), version, backend, cases, passed])
  say(`\n${table(['runtime', 'version', 'backend', 'cases', 'passed'], rows)}\n`)
  if (!isPartial && faults.length === 0) settleReadme(ran, { write, fault: requireAll ? (text) => faults.push(text) : say })
  for (const fault of faults) say(`  ${fault}`)
  if (faults.length > 0) say(`${faults.length} faults, named above.`)
  else say(ran.length > 0 ? `Every one of the ${ran.length} passed.` : 'Nothing ran.')
  process.exitCode = faults.length === 0 && ran.length > 0 ? 0 : 1
}

/** The table of each README is what was measured; rows that this run did not measure stay. */
function settleReadme(ran, { write, fault }) {
  for (const [file, words] of Object.entries(README_WORDS)) {
    const url = new URL(file, ROOT)
    const readme = readFileSync(url, 'utf8')
    const written = TABLE.exec(readme)?.[2]
    if (written === undefined) {
      fault(`${file} has no table between <!-- runtimes:begin --> and <!-- runtimes:end -->.`)
      continue
    }
    const measured = measuredTable(ran, words, written)
    if (measured === written) continue
    const rewritten = readme.replace(TABLE, (_all, begin, _old, end) => `${begin}${measured}${end}`)
    if (write) writeFileSync(url, rewritten)
    else fault(`The table of runtimes in ${file} is not what was measured: run this with --write.`)
  }
}

function measuredTable(ran, { rows, head, builds, works, notes, legend }, written) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  const lines = new Map(written.split('\n').map((line) => [line.split(' | ')[0].replace('| ', ''), line]))
  for (const { name, note, backend, cases, passed } of ran) {
    if (rows[name] === undefined) throw new Error(`readme-words.mjs has no row for ${name}`)
    const what = works[backend] + (note === undefined ? '' : notes[note])
    lines.set(rows[name], line([rows[name], builds[backend], what, cases.toLocaleString('en'), passed.toLocaleString('en')]))
  }
  const kept = Object.values(rows).flatMap((name) => lines.get(name) ?? [])
  return `${[line(head), `|${'---|'.repeat(head.length)}`, ...kept].join('\n')}\n\n${legend}\n`
}

function plain(markdown) {
  return markdown.replaceAll('`', '')
}

function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => String(row[column]).length)))
  const align = (cell, column) =>
    typeof cell === 'number' ? String(cell).padStart(widths[column]) : cell.padEnd(widths[column])
  return [head, ...rows].map((row) => row.map(align).join('  ').trimEnd()).join('\n')
}
