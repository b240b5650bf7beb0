import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { ROOT } from './paths.mjs'

/** Starts the Chromium that the other tests use, or says why there is none. */
export async function launchChromium() {
  const outfile = join(ROOT, 'node_modules/.cache/zego-token04/find-chromium.mjs')
  const entry = join(ROOT, 'test/support/find-chromium.ts')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error'
  })
  const { CHROMIUM_ARGS, findChromium } = await import(pathToFileURL(outfile).href)
  return chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
}
