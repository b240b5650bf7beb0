import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Bundles a module of the repository into bench/build, and answers where it is. Packages stay outside on Node.js. */
export async function bundle(entry, { platform }) {
  const outfile = `${root}bench/build/${platform}/${entry.replaceAll('/', '-').replace(/\.\w+$/, '.mjs')}`
  await build({
    entryPoints: [root + entry],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform,
    packages: platform === 'node' ? 'external' : 'bundle',
    logLevel: 'error'
  })
  return outfile
}
