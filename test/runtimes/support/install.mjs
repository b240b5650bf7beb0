import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runChild } from './child.mjs'

const HERE = new URL('../', import.meta.url)

/** Installs the runtimes that come inside npm packages, where they are missing or older than the lock. */
export async function installRuntimes() {
  if (changed('node_modules/.package-lock.json') > changed('package-lock.json')) return
  process.stderr.write('Installing the runtimes (about 700 MB) ...\n')
  const args = ['ci', '--prefix', fileURLToPath(HERE), '--ignore-scripts', '--no-audit', '--no-fund']
  const { problem, stderr } = await runChild('npm', args, { timeoutInSeconds: 600 })
  if (problem !== undefined) throw new Error(`npm ci in test/runtimes ${problem}\n${stderr}`)
}

function changed(file) {
  return statSync(new URL(file, HERE), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
