// Starts the demo on this machine alone: npm run demo. It installs Vite and builds the package where either is missing.
import { spawnSync } from 'node:child_process'
import { ensureBuilt } from '../examples/ensure-built.mjs'
import { installDemo } from './install.mjs'

ensureBuilt()
const vite = installDemo()
const { status } = spawnSync(process.execPath, [vite, ...process.argv.slice(2)], {
  cwd: new URL('.', import.meta.url),
  stdio: 'inherit'
})
process.exitCode = status ?? 1
