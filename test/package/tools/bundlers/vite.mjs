import { basename, dirname, join } from 'node:path'
import { build } from 'vite'

export async function bundle({ project, entry, outFile }) {
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: dirname(outFile),
      emptyOutDir: false,
      rollupOptions: { input: join(project, entry), output: { entryFileNames: basename(outFile) } }
    }
  })
}
