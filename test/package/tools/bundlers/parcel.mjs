import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Parcel } from '@parcel/core'

const require = createRequire(import.meta.url)

export async function bundle({ project, entry, outFile }) {
  process.chdir(project)
  const bundler = new Parcel({
    entries: join(project, entry),
    defaultConfig: require.resolve('@parcel/config-default'),
    mode: 'production',
    shouldDisableCache: true,
    cacheDir: join(project, '.parcel-cache'),
    shouldAutoInstall: false,
    targets: {
      app: {
        distDir: dirname(outFile),
        distEntry: 'bundle.js',
        context: 'browser',
        outputFormat: 'esmodule',
        includeNodeModules: true,
        sourceMap: false
      }
    }
  })
  try {
    await bundler.run()
  } catch (error) {
    const texts = (error.diagnostics ?? []).map(({ message }) => message)
    throw new Error([error.message, ...texts].join('\n'))
  }
}
