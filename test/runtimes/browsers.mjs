// The same suite in real browsers, on the refusing build and on zego-token04/dev-browser:
//   npm run test:browsers [-- --require-all] [-- --only chromium,firefox] [-- --write]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findFirefox, findWebKit } from './browsers/find.mjs'
import { runChild } from './support/child.mjs'
import { conclude, readArguments } from './support/report.mjs'
import { stagePackage } from './support/stage.mjs'
import { temporaryFolder } from './support/temporary-folder.mjs'

const TIMEOUT_IN_SECONDS = 240
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const CONFIG = fileURLToPath(new URL('./browsers/vitest.config.mjs', import.meta.url))

const BROWSERS = {
  // one comes inside an npm package
  chromium: { name: 'Chromium', find: () => true, agent: /Chrome\/(\S+)/ },
  firefox: { name: 'Firefox', find: findFirefox, agent: /\bFirefox\/(\S+)/, install: 'apt-get install firefox-esr' },
  webkit: {
    name: 'WebKit',
    find: findWebKit,
    agent: /\bVersion\/(\S+) Safari\//,
    install: 'apt-get install webkit2gtk-driver xvfb'
  }
}
// the groups of the test file, and what stands for each in the table
const BUILDS = [
  { group: 'zego-token04', suffix: '', backend: 'refusing' },
  { group: 'zego-token04/dev-browser', suffix: ', `/dev-browser`', backend: 'WebCrypto', note: 'demonstrations' }
]

const options = readArguments(Object.keys(BROWSERS))
stagePackage()
const folder = temporaryFolder()
const results = []
for (const id of options.only) results.push(...(await measure(id)))
conclude(results, options)

async function measure(id) {
  const { name, find, agent, install } = BROWSERS[id]
  if (!find()) return [{ name, missing: `on Debian: ${install}` }]
  process.stderr.write(`${name} ...\n`)
  const { tests, trouble } = await runTests(id)
  const version = tests.find(isIn('user agent'))?.title.match(agent)?.[1]
  const failures = tests.filter(({ status }) => status !== 'passed')
  const faults = failures.slice(0, 10).map(({ title, failureMessages }) => `${title}: ${failureMessages.join('\n')}`)
  if (version === undefined) faults.push(`the tests did not run in it\n${trouble}`)
  else if (failures.length === 0 && trouble !== '') faults.push(trouble)
  return BUILDS.map(({ group, suffix, backend, note }) => {
    const cases = tests.filter(isIn(group))
    const passed = cases.filter(({ status }) => status === 'passed').length
    // the first tests of a group fail where the backend is another
    const result = { name: `${name}${suffix}`, note, version: version ?? '', backend, cases: cases.length, passed }
    return { ...result, faults: suffix === '' ? faults : [] }
  })
}

async function runTests(id) {
  const outputFile = join(folder, `${id}.json`)
  const args = ['run', '--config', CONFIG, '--reporter=json', `--outputFile=${outputFile}`]
  const { problem, stdout, stderr } = await runChild(process.execPath, [VITEST, ...args], {
    cwd: ROOT,
    env: { TOKEN04_BROWSER: id, CI: 'true' },
    timeoutInSeconds: TIMEOUT_IN_SECONDS
  })
  const tests = readTests(outputFile)
  const hasRun = problem === undefined && tests.length > 0
  return { tests, trouble: hasRun ? '' : `Vitest ${problem ?? 'ran no test'}\n${stdout}${stderr}`.trim() }
}

function isIn(group) {
  return ({ ancestorTitles }) => ancestorTitles[0] === group
}

function readTests(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap(({ assertionResults }) => assertionResults)
  } catch {
    return []
  }
}
