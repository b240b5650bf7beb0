import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const README = new URL('../../../README.md', import.meta.url)
const TABLE = /(<!-- runtimes:begin -->\n)([\s\S]*?)(<!-- runtimes:end -->)/

// every row of the README's table, in its order; each command measures those that are its own
const ORDER = [
  'Node.js 20',
  'Node.js 22',
  'Node.js 24',
  'Bun',
  'Deno',
  'workerd',
  'workerd with `nodejs_compat`',
  'Vercel’s edge runtime',
  'Netlify (its condition)',
  'anything else with WebCrypto',
  'Chromium',
  'Firefox',
  'WebKit',
  'React Native (its condition)',
  'Chromium, `/dev-browser`',
  'Firefox, `/dev-browser`',
  'WebKit, `/dev-browser`'
]

const LEGEND =
  'Cases that the published package passed in `npm run test:runtimes` and `npm run test:browsers`. Netlify, React Native and “anything else” are\n' +
  'bundles made under their condition, run in an empty global scope.'

const WORKS = {
  'node:crypto': 'everything, `/sync` and `/server-assistant` included',
  WebCrypto: 'everything but `/sync` and `/server-assistant`',
  refusing: 'what needs no secret; the rest throws `BROWSER_REFUSED`'
}

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
 * Prints what was measured, writes or checks the table of README.md, and sets the exit code.
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

/** The table of README.md is what was measured; rows that this run did not measure stay. */
function settleReadme(ran, { write, fault }) {
  const readme = readFileSync(README, 'utf8')
  const written = TABLE.exec(readme)?.[2]
  if (written === undefined) return fault('README.md has no table between <!-- runtimes:begin --> and <!-- runtimes:end -->.')
  const lines = new Map(written.split('\n').map((line) => [line.split(' | ')[0].replace('| ', ''), line]))
  for (const { name, note = '', backend, cases, passed } of ran) {
    const cells = [name, backend, `${WORKS[backend]}${note}`, cases.toLocaleString('en'), passed.toLocaleString('en')]
    lines.set(name, `| ${cells.join(' | ')} |`)
  }
  const head = ['| where | build | what works | cases | passed |', '|---|---|---|---|---|']
  const rows = ORDER.map((name) => lines.get(name)).filter((line) => line !== undefined)
  const measured = `${[...head, ...rows].join('\n')}\n\n${LEGEND}\n`
  if (measured === written) return
  if (write)
    writeFileSync(
      README,
      readme.replace(TABLE, (_all, begin, _old, end) => `${begin}${measured}${end}`)
    )
  else fault('The table of runtimes in README.md is not what was measured: run this with --write.')
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
