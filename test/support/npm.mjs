import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Runs npm: the one that runs this script where there is one, since on Windows npm is no program that could be started. */
export function npm(args, options) {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') ? spawnSync(process.execPath, [script, ...args], options) : spawnSync('npm', args, options)
}

/** Installs what only this folder needs, where it is missing or older than its lock, so that npm ci of the root stays light. */
export function ensureInstalled(folder) {
  const changed = (path) => statSync(new URL(path, folder), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (changed('node_modules/.package-lock.json') > changed('package-lock.json')) return
  // what is printed is no answer of the command that needs it
  const { status } = npm(['ci', '--no-audit', '--no-fund'], { cwd: fileURLToPath(folder), stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(1)
}
