import { join } from 'node:path'
import { build } from 'esbuild'

export async function bundle({ project, entry, outFile, platform = 'browser', conditions, external = [] }) {
  await build({
    absWorkingDir: project,
    entryPoints: [join(project, entry)],
    outfile: outFile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform,
    external,
    // left out, esbuild adds `module`
    ...(conditions && { conditions }),
    logLevel: 'error'
  })
}
