// Builds every port whose toolchain is here, puts all vectors to it, and has each port read what each other port makes:
//   npm run ports [-- --require-all] [-- --only go,php] [-- --write]
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../examples/ensure-built.mjs'

ensureBuilt()
const { bySkipReason, runConformance, startPort, tally } = await import('../../dist/cli/conformance.js')
const { verifyToken04Sync } = await import('../../dist/node/sync.js')

const SECRET = 'fa94dd0f974cf2e293728a526b028271'
const README = fileURLToPath(new URL('../README.md', import.meta.url))
const SKIPS = /(<!-- skips:begin -->\n)([\s\S]*?)(<!-- skips:end -->)/

// what each port makes for the others to read
const SAMPLES = {
  basic: {},
  privilege: { payload: '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":["a/b"]}' },
  'non-ASCII': { userId: 'é用户😀\u2028', payload: '{"room_id":"房间","privilege":{"1":1}}' }
}

const { values: options } = parseArgs({
  options: {
    'require-all': { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false }
  }
})
const say = (line = '') => process.stdout.write(`${line}\n`)
const faults = []
const fault = (text) => {
  faults.push(text)
  say(`  ${text}`)
}

const ports = selectPorts(findPorts())
const runs = []
for (const port of ports) {
  const run = await conform(port)
  if (run !== undefined) runs.push(run)
}
say(`\n${table(['port', 'level', 'passed', 'failed', 'skipped'], runs.flatMap(levelRows))}\n`)
await crossCheck(runs)
checkSkips(runs)
say(faults.length === 0 ? '\nEvery port that ran conforms.' : `\n${faults.length} faults, named above.`)
process.exitCode = faults.length === 0 ? 0 : 1

function findPorts() {
  return readdirSync(new URL('./', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ id: name, folder: fileURLToPath(new URL(`./${name}/`, import.meta.url)) }))
    .filter(({ folder }) => existsSync(join(folder, 'port.json')))
    .map((port) => ({ ...port, ...JSON.parse(readFileSync(join(port.folder, 'port.json'), 'utf8')) }))
}

function selectPorts(all) {
  if (options.only === undefined) return all
  const wanted = options.only.split(',')
  const unknown = wanted.filter((id) => !all.some((port) => port.id === id))
  if (unknown.length > 0) fault(`no port is called ${unknown.join(', ')}; there are ${all.map(({ id }) => id).join(', ')}`)
  return all.filter(({ id }) => wanted.includes(id))
}

/** Builds a port and puts all vectors to it; undefined where that is impossible. */
async function conform(port) {
  const { id, folder, requires, aptPackages, build, run: command } = port
  const missing = requires.filter((one) => !isThere(one))
  if (missing.length > 0) {
    const text = `${id}: left out, ${missing.join(' and ')} missing; on Debian: apt-get install ${aptPackages.join(' ')}`
    if (options['require-all']) fault(text)
    else say(text)
    return undefined
  }
  if (build !== null) {
    const { status, stdout, stderr, error } = spawnSync(build[0], build.slice(1), { cwd: folder, encoding: 'utf8' })
    if (status !== 0) {
      fault(`${id}: could not be built: ${error?.message ?? `${stdout}${stderr}`}`)
      return undefined
    }
  }
  try {
    const report = await runConformance({ command, cwd: folder })
    const { passed, failed, skipped } = tally(report.cases)
    say(`${id}: ${passed} passed, ${failed} failed, ${skipped} skipped`)
    for (const one of report.cases) {
      if (one.status === 'failed')
        fault(`${id}: ${one.id} (${one.flags.join(', ')}): expected ${one.expected}; found ${one.found}`)
    }
    for (const warning of report.warnings) fault(`${id}: ${warning}`)
    return { id, folder, command, report }
  } catch (error) {
    fault(`${id}: the port ${error.message}`)
    return undefined
  }
}

function isThere(required) {
  if (required.startsWith('/')) return existsSync(required)
  return process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, required)))
}

function levelRows({ id, report }) {
  return [1, 2, 3].map((level) => {
    const { passed, failed, skipped } = tally(report.cases.filter((one) => one.level === level))
    return [id, level, passed, failed, skipped]
  })
}

/** What each port makes, each other port and the library read: the claims are to be the same for all. */
async function crossCheck(all) {
  const running = await Promise.all(
    all.map(async ({ id, folder, command }) => ({ id, port: await startPort({ command, cwd: folder }) }))
  )
  let readings = 0
  for (const maker of running.filter(({ port }) => port.started.capabilities.includes('generate'))) {
    for (const mode of maker.port.started.modes) {
      const readers = running.filter(
        ({ port }) => port.started.capabilities.includes('read') && port.started.modes.includes(mode)
      )
      for (const [name, patch] of Object.entries(SAMPLES)) {
        const what = `${name} token of ${maker.id} in mode ${mode}`
        const input = {
          appId: 4294967295,
          userId: 'demo',
          serverSecret: SECRET,
          effectiveTimeInSeconds: 3600,
          payload: '',
          mode,
          ...patch
        }
        const { token, ...other } = await maker.port.ask({ op: 'generate', input })
        if (token === undefined) {
          fault(`${what}: not made: ${JSON.stringify(other)}`)
          continue
        }
        const { claims } = verifyToken04Sync(token, { serverSecret: SECRET, appId: input.appId, userId: input.userId })
        if (claims.payload !== input.payload) fault(`${what}: the payload is another`)
        const now = Math.floor(Date.now() / 1000)
        for (const reader of readers) {
          const answer = await reader.port.ask({ op: 'read', input: { token, serverSecret: SECRET, now } })
          readings++
          if (!sameClaims(answer.claims, claims)) fault(`${what}: ${reader.id} reads ${JSON.stringify(answer)}`)
        }
      }
    }
  }
  for (const { id, port } of running) {
    const complaint = await port.stop()
    if (complaint !== undefined) fault(`${id}: the port ${complaint}`)
  }
  say(`Cross-check: ${readings} readings of tokens by ${running.length} ports, each compared with the library's.`)
}

function sameClaims(found, expected) {
  return found !== undefined && Object.keys(expected).every((name) => found[name] === expected[name])
}

/** The table of vectors/README.md is what was measured, no more and no less. */
function checkSkips(all) {
  if (options.only !== undefined) return
  if (all.length < ports.length) {
    say('The table of skips in vectors/README.md was not checked: not every port ran.')
    return
  }
  const rows = all.flatMap(({ id, report }) => {
    const reasons = bySkipReason(report.cases)
    const modes = report.started.modes.join(', ')
    return reasons.length === 0 ? [[id, modes, 0, '']] : reasons.map(([reason, cases]) => [id, modes, cases.length, reason])
  })
  const measured = `${markdown(['port', 'modes', 'skipped cases', 'why'], rows)}\n`
  const readme = existsSync(README) ? readFileSync(README, 'utf8') : ''
  const written = SKIPS.exec(readme)?.[2]
  if (written === undefined) {
    const text = 'vectors/README.md has no table of skips between <!-- skips:begin --> and <!-- skips:end -->.'
    if (options['require-all']) fault(text)
    else say(text)
  } else if (written !== measured) {
    if (options.write)
      writeFileSync(
        README,
        readme.replace(SKIPS, (_all, begin, _old, end) => `${begin}${measured}${end}`)
      )
    else fault(`The table of skips in vectors/README.md is not what was measured: npm run ports -- --write\n${measured}`)
  }
}

function markdown(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`.replaceAll('|  |', '| |')).join('\n')
}

function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => String(row[column]).length)))
  const align = (cell, column) =>
    typeof cell === 'number' ? String(cell).padStart(widths[column]) : cell.padEnd(widths[column])
  return [head, ...rows].map((row) => row.map(align).join('  ').trimEnd()).join('\n')
}
