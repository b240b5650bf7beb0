import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../support/bundle.mjs'
import { versionOf } from '../support/tools.mjs'
import { whichBuild } from '../support/which-build.mjs'

const ENTRIES = ['page', 'worker', 'service-worker', 'dev-page']
const REFUSING = ENTRIES.slice(0, 3)
// a cipher, a key, or a stand-in for the module of Node.js
const SECRET_CALLS =
  /importKey|\.encrypt\(|\.decrypt\(|subtle|createCipheriv|createDecipheriv|crypto-browserify|node:crypto|require\(["']crypto/

// the entry itself, not a module of Node.js that it would lead to
const UNRESOLVED =
  /resolve (import )?["']zego-token04\/(sync|server-assistant)["']|["' ]\.\/(sync|server-assistant)["']? is not exported/

/** [name, bundler, options of the project's manifest that it needs, entries it can resolve] */
export const BUNDLERS = [
  ['esbuild', 'esbuild', {}],
  ['rollup', 'rollup', {}],
  ['vite', 'vite', {}],
  ['webpack', 'webpack', {}],
  // as it comes, Parcel does not read `exports`: the main entry only
  ['parcel', 'parcel', {}, REFUSING],
  ['parcel with packageExports', 'parcel', { '@parcel/resolver-default': { packageExports: true } }]
]

/** Bundles the client app with one bundler; answers the folder of each entry that was bundled. */
export async function checkClientBundles({ check }, project, [name, bundler, , entries = ENTRIES]) {
  const built = {}
  const title = `${name} ${versionOf(bundler)}`
  for (const entry of entries) {
    await check(
      'client',
      `${title}: ${entry} ${REFUSING.includes(entry) ? 'gets the refusing build' : 'is unlocked by its name'}`,
      async () => {
        const outFolder = join(project, 'out', entry)
        await bundle(bundler, { project, entry: `${entry}.js`, outFile: join(outFolder, 'bundle.js') })
        built[entry] = outFolder
        const code = readAll(outFolder)
        assert.equal(whichBuild(code), REFUSING.includes(entry) ? 'refusing' : 'web')
        if (REFUSING.includes(entry)) assert.doesNotMatch(code, SECRET_CALLS)
      }
    )
  }
  for (const name of ['sync', 'server-assistant']) {
    await check('client', `${title}: zego-token04/${name} does not resolve`, () => {
      const failed = bundle(bundler, { project, entry: `${name}.js`, outFile: join(project, 'out', name, 'bundle.js') })
      return assert.rejects(failed, UNRESOLVED)
    })
  }
  if (entries.includes('dev-page')) {
    for (const name of ['testing', 'http']) {
      await check('client', `${title}: zego-token04/${name} gets the refusing build`, async () => {
        const outFolder = join(project, 'out', name)
        await bundle(bundler, { project, entry: `${name}.js`, outFile: join(outFolder, 'bundle.js') })
        assert.equal(whichBuild(readAll(outFolder)), 'refusing')
        assert.doesNotMatch(readAll(outFolder), SECRET_CALLS)
      })
    }
  }
  return built
}

function readAll(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}
