import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle, workerdConfig } from './bundle.mjs'
import { runChild } from './child.mjs'

const TIMEOUT_IN_SECONDS = 120
const NPM_ONLY = 'it comes inside an npm package for Linux on x64 only (npm ci --prefix test/runtimes --ignore-scripts)'

export const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** A runtime that resolves names, and loads what they resolve to, by itself. */
export async function native({ command, args, missing = NPM_ONLY }) {
  if (!existsSync(command)) return { missing }
  const outcome = await ask(command, [...args, here('entries/native.mjs')])
  const expected = {
    import: 'dist/node/index.js',
    require: 'dist/node/index.cjs',
    sync: 'dist/node/sync.js',
    http: 'dist/node/http.js',
    assistant: 'dist/node/server-assistant.js'
  }
  return judge(outcome, { backend: 'node:crypto', resolved: expected })
}

/** workerd, as Cloudflare's tools bundle for it. */
export async function workerd({ command, flags, globals, folder }) {
  if (!existsSync(command)) return { missing: NPM_ONLY }
  const bundled = await bundle({
    entry: 'entries/workerd.mjs',
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
    folder
  })
  const outcome = await ask(command, ['test', workerdConfig({ outfile: bundled.outfile, folder, flags })])
  const version = (await runChild(command, ['--version'], { timeoutInSeconds: 20 })).stdout.replace('workerd ', '').trim()
  const expected = {
    backend: 'WebCrypto',
    resolved: { import: 'dist/web/index.js', http: 'dist/web/http.js', sync: undefined, assistant: undefined },
    globals
  }
  return judge({ ...outcome, ...bundled, version }, expected)
}

/** A bundle that a host script evaluates in an empty global scope, with code from strings forbidden. */
export async function script({ host, args = [], conditions, version, build, backend = 'WebCrypto', folder }) {
  const bundled = await bundle({
    entry: 'entries/script.mjs',
    format: 'iife',
    conditions,
    folder
  })
  const outcome = await ask(process.execPath, [here(host), bundled.outfile, ...args])
  const expected = {
    backend,
    resolved: {
      import: `dist/${build}/index.js`,
      http: `dist/${build}/http.js`,
      sync: undefined,
      assistant: undefined
    },
    globals: []
  }
  return judge({ ...outcome, ...bundled, version: version ?? process.versions.node }, expected)
}

export function versionOf(name) {
  return JSON.parse(readFileSync(here(`node_modules/${name}/package.json`), 'utf8')).version
}

/** Runs one that prints its outcome as JSON behind a word, among whatever else it prints. */
async function ask(command, args) {
  const { problem, stdout, stderr } = await runChild(command, args, { cwd: here(''), timeoutInSeconds: TIMEOUT_IN_SECONDS })
  const outcome = /^OUTCOME (.*)$/m.exec(stdout)?.[1]
  const faults = []
  if (problem !== undefined || outcome === undefined) faults.push(`${problem ?? 'gave no outcome'}\n${stdout}${stderr}`.trim())
  return { cases: 0, passed: 0, backend: 'none', version: '', ...JSON.parse(outcome ?? '{}'), faults }
}

/** Every case passed, on the backend and the files that are meant for this runtime. */
function judge({ faults, failures = [], externals = [], globals, resolved = {}, ...outcome }, expected) {
  const { version, backend, cases, passed } = outcome
  const all = [...faults, ...failures]
  const compare = (what, found, wanted) => {
    if (found !== wanted) all.push(`${what} should be ${wanted}; found ${found}`)
  }
  if (faults.length === 0) {
    compare('the backend', backend, expected.backend)
    for (const [name, file] of Object.entries(expected.resolved))
      compare(`what ${name} resolves to`, resolved[name]?.split('/zego-token04/')[1], file)
    compare('the globals of Node.js', globals?.join(), expected.globals?.join())
    compare('modules outside the bundle', externals.join(), '')
    if (passed < cases && failures.length === 0) all.push(`${cases - passed} cases failed`)
    if (cases === 0) all.push('no case ran')
  }
  return { version, backend, cases, passed, faults: all }
}
