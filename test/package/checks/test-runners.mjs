import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TOOLS } from '../support/paths.mjs'
import { runCommand } from '../support/run-command.mjs'
import { programOf, versionOf } from '../support/tools.mjs'

const JSDOM = join(TOOLS, 'node_modules/jest-environment-jsdom')
const HAPPY_DOM = join(TOOLS, 'node_modules/@happy-dom/jest-environment')
const onConditions = (...customExportConditions) => ({ testEnvironmentOptions: { customExportConditions } })

/** [set-up, configuration of Jest, the build that a server test gets] */
const JEST = [
  ['node', { testEnvironment: 'node' }, 'server'],
  ['jsdom, as it comes', { testEnvironment: JSDOM }, 'refusing'],
  // it hides TextEncoder, which the server build therefore does not ask for
  ['jsdom, cured', { testEnvironment: JSDOM, ...onConditions('node') }, 'server'],
  ['happy-dom, as it comes', { testEnvironment: HAPPY_DOM }, 'server'],
  ['happy-dom that resolves for browsers', { testEnvironment: HAPPY_DOM, ...onConditions('browser') }, 'refusing'],
  ['happy-dom, cured', { testEnvironment: HAPPY_DOM, ...onConditions('node') }, 'server']
]

const inlined = { server: { deps: { inline: ['zego-token04'] } } }
const resolveFor = (condition) => ({ resolve: { conditions: [condition] }, ssr: { resolve: { conditions: [condition] } } })

/** [set-up, options of a test, options beside, the build that a server test gets] */
const VITEST = [
  ['node', { environment: 'node' }, {}, 'server'],
  ...['jsdom', 'happy-dom'].flatMap((environment) => [
    [`${environment}, as it comes`, { environment }, {}, 'server'],
    [`${environment} that resolves for browsers`, { environment, ...inlined }, resolveFor('browser'), 'refusing'],
    [`${environment}, cured`, { environment, ...inlined }, resolveFor('node'), 'server']
  ])
]

/** Server tests under test runners that simulate a browser: which build they get, and that the cure in the documentation works. */
export async function checkTestRunners({ check }, project) {
  for (const [name, setup, build] of JEST) {
    await check('test runner', `Jest ${versionOf('jest')}, ${name}: ${build} build`, async () => {
      const config = join(project, 'jest.config.json')
      writeFileSync(
        config,
        JSON.stringify({
          rootDir: project,
          transform: {},
          testMatch: ['**/*.jest.cjs'],
          moduleFileExtensions: ['js', 'cjs', 'json'],
          ...setup
        })
      )
      const args = [programOf('jest'), '--ci', '--runInBand', '--no-cache', '--config', config]
      await runCommand(process.execPath, args, { cwd: project, env: { EXPECTED_BUILD: build } })
    })
  }
  // a test imports its runner
  symlinkSync(join(TOOLS, 'node_modules/vitest'), join(project, 'node_modules/vitest'), 'junction')
  for (const [name, test, beside, build] of VITEST) {
    await check('test runner', `Vitest ${versionOf('vitest')}, ${name}: ${build} build`, async () => {
      const config = { ...beside, test: { include: ['*.vitest.js'], ...test } }
      writeFileSync(join(project, 'vitest.config.mjs'), `export default ${JSON.stringify(config)}\n`)
      await runCommand(process.execPath, [programOf('vitest'), 'run', '--root', project], {
        cwd: project,
        env: { EXPECTED_BUILD: build }
      })
    })
  }
}
