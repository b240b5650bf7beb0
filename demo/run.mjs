// Starts the demo on this machine alone: npm run demo. It installs Vite and builds the package where either is missing.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../examples/ensure-built.mjs'
import { ensureInstalled } from '../test/support/npm.mjs'

ensureBuilt()
ensureInstalled(new URL('.', import.meta.url))
const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', import.meta.url))
const { status } = spawnSync(process.execPath, [vite, ...process.argv.slice(2)], {
  cwd: new URL('.', import.meta.url),
  stdio: 'inherit'
})
process.exitCode = status ?? 1
