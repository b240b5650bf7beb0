// Attacks for a while: npm run fuzz -- --seconds N [--target T[,T]]. Each failing input, minimised, is kept in fuzz/corpus/.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, target: { type: 'string' } } })
const seconds = Number(values.seconds)
const BATCH = 200

const { TARGETS, run, fc } = await loadTargets()
const named = values.target?.split(',')
const chosen = TARGETS.filter(({ name }) => named === undefined || named.includes(name))
if (chosen.length === 0 || !(seconds > 0)) {
  process.stderr.write(`usage: npm run fuzz -- --seconds N [--target ${TARGETS.map(({ name }) => name).join('|')}]\n`)
  process.exit(2)
}

const print = (line) => process.stdout.write(`${line}\n`)
print(`${'target'.padEnd(14)}${'executions'.padStart(12)}${'per second'.padStart(12)}${'failures'.padStart(10)}`)
let failures = 0
for (const target of chosen) failures += await attack(target, seconds / chosen.length)
process.exitCode = failures === 0 ? 0 : 1

async function attack(target, seconds) {
  const start = performance.now()
  const elapsed = () => (performance.now() - start) / 1000
  const kept = new Set()
  let executions = 0
  let shownAt = 0
  while (elapsed() < seconds) {
    const property = fc.asyncProperty(target.inputs, async (input) => {
      executions++
      await run(target, input)
    })
    const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: BATCH })
    if (failed) keep(target, counterexample[0], errorInstance, kept)
    if (process.stderr.isTTY && elapsed() - shownAt > 1) {
      shownAt = elapsed()
      process.stderr.write(`\r${row(target.name, executions, elapsed(), kept.size)}`)
    }
    // more of the same would not tell more
    if (kept.size >= 10) break
  }
  if (process.stderr.isTTY) process.stderr.write('\r')
  print(row(target.name, executions, elapsed(), kept.size))
  return kept.size
}

function row(name, executions, seconds, failures) {
  const rate = Math.round(executions / seconds)
  return `${name.padEnd(14)}${String(executions).padStart(12)}${String(rate).padStart(12)}${String(failures).padStart(10)}`
}

function keep(target, input, error, kept) {
  const text = `${JSON.stringify(input, null, 2)}\n`
  const name = createHash('sha256').update(text).digest('hex').slice(0, 16)
  if (kept.has(name)) return
  kept.add(name)
  const folder = new URL(`corpus/${target.name}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(`${name}.json`, folder), text)
  print(`${target.name}: ${error?.message}\n  kept in fuzz/corpus/${target.name}/${name}.json`)
}

// the targets attack the sources, so they are bundled first
async function loadTargets() {
  const folder = mkdtempSync(join(tmpdir(), 'zego-token04-fuzz-'))
  const outfile = join(folder, 'targets.mjs')
  const root = fileURLToPath(new URL('../', import.meta.url))
  await build({
    stdin: {
      contents:
        "export { TARGETS } from './fuzz/targets/index.js'; export { run } from './fuzz/target.js'; export { default as fc } from 'fast-check'",
      resolveDir: root
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error'
  })
  process.chdir(root)
  const targets = await import(pathToFileURL(outfile))
  rmSync(folder, { recursive: true })
  return targets
}
