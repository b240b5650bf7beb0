import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../../../examples/ensure-built.mjs'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const HERE = fileURLToPath(new URL('../', import.meta.url))

/** Lays what `npm pack` would publish where a folder finds it by its name: no link, and no file that users do not get. */
export function stagePackage(folder = HERE) {
  const target = join(folder, 'node_modules/zego-token04')
  ensureBuilt()
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const [{ files }] = JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', timeout: 60_000, stdio: 'pipe' }))
  rmSync(target, { recursive: true, force: true })
  for (const { path } of files) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    cpSync(join(ROOT, path), join(target, path))
  }
}
