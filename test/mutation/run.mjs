// Mutates the sources and counts the mutants that the tests notice: npm run mutation. Options of Stryker may follow, after --.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const inFolder = (path) => fileURLToPath(new URL(path, import.meta.url))
const stryker = inFolder('node_modules/@stryker-mutator/core/bin/stryker.js')

// a folder of its own, so that npm ci of the root stays light
if (!existsSync(stryker)) {
  const options = { cwd: inFolder('.'), stdio: 'inherit' }
  const npm = process.env.npm_execpath
  if (npm === undefined) execFileSync('npm', ['ci'], options)
  else execFileSync(process.execPath, [npm, 'ci'], options)
}
execFileSync(process.execPath, ['schema/compile.mjs'], { cwd: root, stdio: 'inherit' })

const { status } = spawnSync(process.execPath, [stryker, 'run', 'test/mutation/stryker.config.mjs', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit'
})
// 1 where the score is below the threshold of the configuration
process.exitCode = status ?? 1
