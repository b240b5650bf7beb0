import { readdirSync, statSync } from 'node:fs'
import { npm } from '../test/support/npm.mjs'

const root = new URL('../', import.meta.url)

/** Builds the package where it is not built, or older than its sources. */
export function ensureBuilt() {
  if (newest('dist/node/') > Math.max(newest('src/'), newest('schema/'))) return
  process.stderr.write('Building zego-token04 ...\n')
  const { status, stdout, stderr } = npm(['run', 'build'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`)
    process.exit(1)
  }
}

function newest(folder) {
  const times = list(new URL(folder, root)).map((file) => statSync(file).mtimeMs)
  return Math.max(0, ...times)
}

function list(folder) {
  try {
    return (
      readdirSync(folder, { recursive: true, withFileTypes: true })
        // what the build itself writes there does not count as a source
        .filter((entry) => entry.isFile() && !entry.name.startsWith('compiled.'))
        .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    )
  } catch {
    return []
  }
}
