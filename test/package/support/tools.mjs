import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { TOOLS } from './paths.mjs'
import { npm } from './run-command.mjs'

const require = createRequire(join(TOOLS, 'package.json'))

/** Installs the tools where they are missing: a folder of their own keeps npm ci of the root light. */
export async function installTools(say) {
  if (existsSync(join(TOOLS, 'node_modules/.package-lock.json'))) return
  say('Installing test/package/tools ...')
  // every tool comes with binaries that need no script to install
  await npm(['ci', '--prefix', TOOLS, '--ignore-scripts', '--no-audit', '--no-fund'], { timeout: 600_000 })
}

/** The version that is installed. */
export function versionOf(name) {
  return manifestOf(name).version
}

/** The program of a package, to run with Node.js. */
export function programOf(name, program = name) {
  const { bin } = manifestOf(name)
  return join(TOOLS, 'node_modules', name, typeof bin === 'string' ? bin : bin[program])
}

function manifestOf(name) {
  return require(join(TOOLS, 'node_modules', name, 'package.json'))
}
