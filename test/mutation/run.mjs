// Mutates the sources and counts the mutants that the tests notice: npm run mutation. Options of Stryker may follow, after --.
import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '../support/npm.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const inFolder = (path) => fileURLToPath(new URL(path, import.meta.url))
const stryker = inFolder('node_modules/@stryker-mutator/core/bin/stryker.js')

ensureInstalled(new URL('.', import.meta.url))
execFileSync(process.execPath, ['schema/compile.mjs'], { cwd: root, stdio: 'inherit' })

const { status } = spawnSync(process.execPath, [stryker, 'run', 'test/mutation/stryker.config.mjs', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit'
})
// 1 where the score is below the threshold of the configuration
process.exitCode = status ?? 1
