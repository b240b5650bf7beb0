import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../support/bundle.mjs'
import { whichBuild } from '../support/which-build.mjs'

const NODE_MODULES = ['node:*']
/** [where, options of esbuild, the build it should get: /sync and /server-assistant are there in that of Node.js] */
const TARGETS = [
  ['Cloudflare Workers', { conditions: ['workerd', 'worker', 'browser'], external: NODE_MODULES }, 'web'],
  [
    'Cloudflare Workers with nodejs_compat',
    { conditions: ['workerd', 'worker', 'browser', 'node'], external: NODE_MODULES },
    'web'
  ],
  ['Vercel edge functions', { conditions: ['edge-light', 'browser', 'module', 'import', 'require'] }, 'web'],
  ['Next.js edge runtime', { conditions: ['edge-light', 'worker', 'browser'] }, 'web'],
  ['Netlify edge functions', { conditions: ['netlify', 'deno', 'worker', 'browser'], external: NODE_MODULES }, 'web'],
  ['Deno', { platform: 'neutral', conditions: ['deno', 'node', 'import'], external: NODE_MODULES }, 'node'],
  ['Bun', { platform: 'neutral', conditions: ['bun', 'node', 'import'], external: NODE_MODULES }, 'node'],
  ['Node.js', { platform: 'node' }, 'node'],
  ['React Native', { platform: 'neutral', conditions: ['react-native', 'require'] }, 'refusing'],
  ['a runtime that names no condition', { platform: 'neutral' }, 'default']
]

/** Bundles an app under the conditions of each platform, and runs the bundle here. */
export async function checkServerBundles({ check }, project) {
  for (const [where, options, expected] of TARGETS) {
    const outFile = (name) => join(project, 'out', where.replaceAll(/\W/g, '-'), `${name}.mjs`)
    await check('server', `${where}: ${expected} build, and it ${expected === 'refusing' ? 'refuses' : 'works'}`, async () => {
      await bundle('esbuild', { project, entry: 'server.js', outFile: outFile('server'), ...options })
      assert.equal(whichBuild(readFileSync(outFile('server'), 'utf8')), expected)
      const { roundTrip } = await import(pathToFileURL(outFile('server')).href)
      if (expected === 'refusing') return assert.rejects(roundTrip(), { code: 'BROWSER_REFUSED' })
      assert.equal(await roundTrip(), 'demo')
    })
    for (const name of ['sync', 'server-assistant']) {
      await check('server', `${where}: /${name} ${expected === 'node' ? 'works' : 'does not resolve'}`, async () => {
        const built = bundle('esbuild', { project, entry: `${name}.js`, outFile: outFile(name), ...options })
        if (expected !== 'node') return assert.rejects(built, new RegExp(`Could not resolve "zego-token04/${name}"`))
        await built
        const { roundTrip } = await import(pathToFileURL(outFile(name)).href)
        assert.equal(await roundTrip(), 'demo')
      })
    }
    await check('server', `${where}: /http ${expected === 'refusing' ? 'refuses' : 'answers with a token'}`, async () => {
      await bundle('esbuild', { project, entry: 'http.js', outFile: outFile('http'), ...options })
      assert.equal(whichBuild(readFileSync(outFile('http'), 'utf8')), expected)
      const { roundTrip } = await import(pathToFileURL(outFile('http')).href)
      if (expected === 'refusing') return assert.rejects(roundTrip(), { code: 'BROWSER_REFUSED' })
      assert.equal(await roundTrip(), 'demo')
    })
  }
}
