import { existsSync, statSync } from 'node:fs'
import { npm } from '../../package/support/run-command.mjs'
import { stagePackage } from '../../runtimes/support/stage.mjs'
import { inRoot } from './paths.mjs'

/** Installs what an example asks for, if anything; the package in it is always the one that was built last. */
export async function installExample(name, say) {
  const folder = `examples/${name}`
  if (!existsSync(inRoot(`${folder}/package.json`))) return
  await installFolder(folder, say)
  stagePackage(inRoot(folder))
}

/** Installs what the lock of a folder names, where it is missing or older. */
export async function installFolder(folder, say) {
  if (changed(`${folder}/node_modules/.package-lock.json`) > changed(`${folder}/package-lock.json`)) return
  say(`Installing ${folder} ...`)
  await npm(['ci', '--prefix', inRoot(folder), '--ignore-scripts', '--no-audit', '--no-fund'], { timeout: 300_000 })
}

function changed(path) {
  return statSync(inRoot(path), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
