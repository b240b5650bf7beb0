// Builds the pages that say what the sources say, and compares them with what is committed: npm run docs:reference.
// With --write, they are written anew.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ensureBuilt } from '../examples/ensure-built.mjs'

const root = new URL('../', import.meta.url)
const entry = new URL('docs/generate/index.ts', root)
const isWriting = process.argv.includes('--write')

// the sources import what the build compiles from the schemas
ensureBuilt()
const { GENERATED } = await loadGenerators()
let differing = 0
for (const { file, textOf } of GENERATED) {
  const url = new URL(file, root)
  const before = existsSync(url) ? readFileSync(url, 'utf8') : ''
  const text = textOf(before)
  if (text === before) continue
  differing++
  if (isWriting) writeFileSync(url, text)
  process.stdout.write(`${file} ${isWriting ? 'is written anew' : 'is not what the sources say'}\n`)
}
if (differing === 0) process.stdout.write(`All ${GENERATED.length} files say what the sources say.\n`)
else if (!isWriting) {
  process.stdout.write('Run npm run docs:reference -- --write, and read the difference.\n')
  process.exitCode = 1
}

async function loadGenerators() {
  const folder = mkdtempSync(join(tmpdir(), 'zego-token04-docs-'))
  const outfile = join(folder, 'generate.mjs')
  // what the generators read, they find from where they stand
  const define = { 'import.meta.url': JSON.stringify(entry.href) }
  await build({
    entryPoints: [fileURLToPath(entry)],
    absWorkingDir: fileURLToPath(root),
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['node'],
    define,
    outfile,
    logLevel: 'error'
  })
  const generators = await import(pathToFileURL(outfile).href)
  rmSync(folder, { recursive: true })
  return generators
}
