// One suite in every runtime that runs JavaScript on servers, against the package as it is published:
//   npm run test:runtimes [-- --require-all] [-- --only bun,deno] [-- --write]
import { installRuntimes } from './support/install.mjs'
import { here, native, script, versionOf, workerd } from './support/measure.mjs'
import { conclude, readArguments } from './support/report.mjs'
import { stagePackage } from './support/stage.mjs'
import { temporaryFolder } from './support/temporary-folder.mjs'

// code from strings is forbidden where that can be asked for; Deno gives no permission at all, and must not run code of an older build
const NODE = ['--disallow-code-generation-from-strings', '--no-warnings']
const DENO = ['run', '--no-code-cache', '--no-prompt', '--no-lock', '--no-remote', '--cached-only']
const WORKERD = here('node_modules/@cloudflare/workerd-linux-64/bin/workerd')

const isNode20 = process.versions.node.startsWith('20.')

const RUNTIMES = {
  node20: {
    name: 'Node.js 20',
    run: () => native({ command: isNode20 ? process.execPath : '', args: NODE, missing: 'run this with Node.js 20' })
  },
  node22: { name: 'Node.js 22', run: () => native({ command: here('node_modules/node22/bin/node'), args: NODE }) },
  node24: { name: 'Node.js 24', run: () => native({ command: here('node_modules/node24/bin/node'), args: NODE }) },
  bun: { name: 'Bun', run: () => native({ command: here('node_modules/@oven/bun-linux-x64/bin/bun'), args: ['run'] }) },
  deno: { name: 'Deno', run: () => native({ command: here('node_modules/@deno/linux-x64-glibc/deno'), args: DENO }) },
  workerd: {
    name: 'workerd',
    run: (folder) => workerd({ command: WORKERD, flags: [], globals: [], folder })
  },
  'workerd-nodejs-compat': {
    name: 'workerd with `nodejs_compat`',
    run: (folder) => workerd({ command: WORKERD, flags: ['nodejs_compat'], globals: ['process', 'Buffer'], folder })
  },
  edge: {
    name: 'Vercel’s edge runtime',
    run: (folder) =>
      script({
        host: 'entries/edge-host.mjs',
        conditions: ['edge-light', 'worker', 'browser'],
        version: versionOf('@edge-runtime/vm'),
        build: 'web',
        folder
      })
  },
  netlify: {
    name: 'Netlify (its condition)',
    run: (folder) => script({ host: 'entries/bare-host.mjs', conditions: ['netlify'], build: 'web', folder })
  },
  default: {
    name: 'anything else with WebCrypto',
    note: 'unlessBrowser',
    run: (folder) => script({ host: 'entries/bare-host.mjs', conditions: [], build: 'default', folder })
  },
  'react-native': {
    name: 'React Native (its condition)',
    run: (folder) =>
      script({
        host: 'entries/bare-host.mjs',
        args: ['ReactNative'],
        conditions: ['react-native'],
        build: 'browser',
        backend: 'refusing',
        folder
      })
  }
}

const options = readArguments(Object.keys(RUNTIMES))
await installRuntimes()
stagePackage()
const folder = temporaryFolder()
const results = []
for (const id of options.only) {
  const { name, note, run } = RUNTIMES[id]
  process.stderr.write(`${name} ...\n`)
  results.push({ name, note, ...(await run(folder).catch(notRun)) })
}
conclude(results, options)

function notRun({ message }) {
  return { version: '', backend: 'none', cases: 0, passed: 0, faults: [message] }
}
