import { basename, dirname, join } from 'node:path'
import webpack from 'webpack'

export async function bundle({ project, entry, outFile }) {
  const compiler = webpack({
    mode: 'production',
    context: project,
    entry: join(project, entry),
    target: entry.includes('worker') ? 'webworker' : 'web',
    output: { path: dirname(outFile), filename: basename(outFile) },
    cache: false
  })
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)))
  })
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }))
}
