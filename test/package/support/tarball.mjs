import { cpSync, symlinkSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ROOT, temporaryFolder } from './paths.mjs'
import { npm } from './run-command.mjs'

// what is made of the sources, or is of no use to a build
const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', '.git', 'docs', 'fuzz', 'bench', 'demo'])

/**
 * Builds and packs a copy of the repository: what a release would hold, whatever lies in `dist` here, and nobody who uses that is
 * disturbed. The building is left to `npm pack`, as on a fresh checkout.
 */
export async function packCopy() {
  const copy = temporaryFolder('copy')
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (source) =>
      !relative(ROOT, source)
        .split(sep)
        .some((name) => LEFT_OUT.has(name))
  })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const { stdout } = await npm(['pack', '--json', '--foreground-scripts=false'], { cwd: copy, timeout: 300_000 })
  const [{ filename, files, unpackedSize }] = JSON.parse(stdout.slice(stdout.search(/^\[/m)))
  return { path: join(copy, filename), files: files.map(({ path }) => path), unpackedSize, copy }
}
