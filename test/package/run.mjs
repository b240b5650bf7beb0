// Packs the package, and uses it as others do: Node.js, TypeScript, linters of packages, five bundlers, a real Chromium, two test runners.
//   npm run test:package [-- --require-all] [-- --only contents,use,cli,types,lint,size,client,server,runners]
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkInBrowser } from './checks/browser.mjs'
import { BUNDLERS, checkClientBundles } from './checks/client-bundles.mjs'
import { checkCommandLine } from './checks/command-line.mjs'
import { checkConsumers } from './checks/consumers.mjs'
import { checkContents } from './checks/contents.mjs'
import { checkLinters } from './checks/linters.mjs'
import { checkServerBundles } from './checks/server-bundles.mjs'
import { checkSizes } from './checks/sizes.mjs'
import { checkTestRunners } from './checks/test-runners.mjs'
import { checkTypes } from './checks/types.mjs'
import { createProject } from './support/project.mjs'
import { startReport, table } from './support/report.mjs'
import { packCopy } from './support/tarball.mjs'
import { installTools } from './support/tools.mjs'

const { values: options } = parseArgs({
  options: { 'require-all': { type: 'boolean', default: false }, only: { type: 'string' } }
})
const say = (line = '') => process.stdout.write(`${line}\n`)
const report = startReport(say)

// what runs is stopped, and folders are removed, on the way out
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

await installTools(say)
say('Packing a copy of the repository ...')
const tarball = await packCopy()
const project = await createProject(tarball.path, 'types')
const installed = join(project, 'node_modules/zego-token04')

const stages = {
  contents: () => checkContents(report, tarball, installed),
  use: () => checkConsumers(report, project),
  cli: () => checkCommandLine(report, tarball.path),
  types: () => checkTypes(report, project),
  lint: () => checkLinters(report, tarball.path, installed),
  size: () => checkSizes(report, tarball),
  client: async () => {
    const apps = {}
    for (const bundler of BUNDLERS) {
      const [name, , manifest] = bundler
      apps[name] = await checkClientBundles(report, await createProject(tarball.path, 'client', manifest), bundler)
    }
    await checkInBrowser(report, apps)
  },
  server: async () => checkServerBundles(report, await createProject(tarball.path, 'server')),
  runners: async () => checkTestRunners(report, await createProject(tarball.path, 'test-runners'))
}
for (const name of options.only?.split(',') ?? Object.keys(stages)) await stages[name]()

const count = (verdict) => report.rows.filter((row) => row.verdict === verdict).length
say(`\n${table(report.rows)}\n`)
say(`${report.rows.length} checks: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
process.exitCode = count('failed') > 0 || (options['require-all'] && count('skipped') > 0) ? 1 : 0
