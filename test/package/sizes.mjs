// Prints what each entry costs, minified and compressed, and fails beyond its budget.
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = new URL('../../', import.meta.url).pathname

/** [what, code that imports it, budget in kB of gzip] */
const budgets = [
  ['Node.js entry', "export * from './dist/node/index.js'", 12],
  ['Node.js entry with sync', "export * from './dist/node/index.js'; export * from './dist/node/sync.js'", 12],
  ['WebCrypto entry', "export * from './dist/web/index.js'", 12],
  ['default entry', "export * from './dist/default/index.js'", 12],
  ['browser entry', "export * from './dist/browser/index.js'", 6],
  ['decodeToken04 alone', "export { decodeToken04 } from './dist/browser/index.js'", 1.5]
]

let fits = true
for (const [name, contents, budget] of budgets) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external: ['node:*'],
    treeShaking: true
  })
  const minified = outputFiles[0].contents
  const kB = gzipSync(minified, { level: 9 }).length / 1000
  fits &&= kB <= budget
  const figures = `${(minified.length / 1000).toFixed(1).padStart(6)} kB min ${kB.toFixed(2).padStart(6)} kB gzip`
  process.stdout.write(`${name.padEnd(26)}${figures}  budget ${budget} kB${kB <= budget ? '' : '  TOO LARGE'}\n`)
}
process.exitCode = fits ? 0 : 1
