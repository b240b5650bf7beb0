import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

/** Installs what only the demo needs, where it is missing, so that npm ci of the root stays light. Answers the path of Vite. */
export function installDemo() {
  const vite = path('node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) {
    const [command, ...npm] = process.env.npm_execpath === undefined ? ['npm'] : [process.execPath, process.env.npm_execpath]
    execFileSync(command, [...npm, 'ci', '--prefix', path('.'), '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] })
  }
  return vite
}
