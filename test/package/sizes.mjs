// Prints what each entry costs, minified and compressed, and fails beyond its budget. What an entry loads only when it is asked for
// (the texts of a diagnosis) is counted on its own.
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** [what, code that imports it, budget in kB of gzip] */
const budgets = [
  ['Node.js entry', "export * from './dist/node/index.js'", 12],
  ['/server-assistant alone', "export * from './dist/node/server-assistant.js'", 6],
  ['WebCrypto entry', "export * from './dist/web/index.js'", 12],
  ['dev-browser entry', "export * from './dist/dev-browser/index.js'", 12],
  ['default entry', "export * from './dist/default/index.js'", 12],
  ['browser entry', "export * from './dist/browser/index.js'", 6],
  ['decodeToken04 alone', "export { decodeToken04 } from './dist/browser/index.js'", 1.5]
]

let fits = true
for (const [name, contents, budget] of budgets) {
  const { entry, lazy } = await sizesOf(contents)
  fits &&= entry.gzip <= budget
  const later = lazy.gzip > 0 ? `, when asked for ${lazy.gzip.toFixed(2)} kB more` : ''
  const verdict = entry.gzip <= budget ? '' : '  TOO LARGE'
  process.stdout.write(
    `${name.padEnd(26)}${entry.min.toFixed(1).padStart(6)} kB min ${entry.gzip.toFixed(2).padStart(6)} kB gzip, budget ${budget} kB${later}${verdict}\n`
  )
}
process.exitCode = fits ? 0 : 1

async function sizesOf(contents) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root, sourcefile: 'entry.js' },
    bundle: true,
    minify: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    outdir: `${root}dist`,
    absWorkingDir: root,
    external: ['node:*'],
    logLevel: 'error'
  })
  const entryPath = Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === 'entry.js')
  const start = withStaticImports(entryPath, metafile.outputs)
  const bytes = (isCounted) =>
    Buffer.concat(
      outputFiles.filter(({ path }) => isCounted(path.slice(root.length).replaceAll('\\', '/'))).map(({ contents }) => contents)
    )
  return { entry: kilobytes(bytes((path) => start.has(path))), lazy: kilobytes(bytes((path) => !start.has(path))) }
}

function withStaticImports(path, outputs, seen = new Set()) {
  if (seen.has(path) || outputs[path] === undefined) return seen
  seen.add(path)
  for (const { path: imported, kind } of outputs[path].imports) {
    if (kind === 'import-statement') withStaticImports(imported, outputs, seen)
  }
  return seen
}

function kilobytes(bytes) {
  return { min: bytes.length / 1000, gzip: bytes.length === 0 ? 0 : gzipSync(bytes, { level: 9 }).length / 1000 }
}
