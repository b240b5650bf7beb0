import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../', import.meta.url))

/** Installs the harness and the peers where they are missing: they have a lock of their own, so that npm ci of the root stays light. */
export function ensureInstalled() {
  if (existsSync(`${folder}node_modules/mitata/package.json`)) return
  const npm = process.env.npm_execpath
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm]
  execFileSync(command, [...first, 'ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', process.stderr, 'inherit']
  })
}
