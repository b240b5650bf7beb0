import assert from 'node:assert/strict'
import { realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, runCommand } from '../support/run-command.mjs'

const node = (cwd, ...args) => runCommand(process.execPath, args, { cwd }).then(({ stdout }) => stdout.trim())

/** Scripts that use the package as Node.js finds it. */
export async function checkConsumers({ check }, project) {
  await check('use', 'ES modules: every entry imports, and the Node.js build answers', async () => {
    writeFileSync(join(project, 'esm.mjs'), `${ESM}\n${USE}`)
    assert.equal(await node(project, '--disallow-code-generation-from-strings', 'esm.mjs'), 'demo dist/node/index.js')
  })
  await check('use', 'CommonJS: every entry is required, and the Node.js build answers', async () => {
    writeFileSync(join(project, 'cjs.cjs'), `${CJS}\n${USE}`)
    assert.equal(await node(project, '--disallow-code-generation-from-strings', 'cjs.cjs'), 'demo dist/node/index.cjs')
  })
  await check('use', 'vectors/generate.json and schema/claims.json are imported and required', async () => {
    writeFileSync(join(project, 'json.mjs'), JSON_FILES)
    assert.match(await node(project, '--no-warnings', 'json.mjs'), /^true object$/)
  })
  await check('use', 'nothing but the entries can be imported', async () => {
    for (const path of ['dist/node/index.js', 'src/index.ts', 'dist/dev-browser/index.js']) {
      await assert.rejects(
        node(project, '--input-type=module', '-e', `await import('zego-token04/${path}')`),
        /ERR_PACKAGE_PATH_NOT_EXPORTED/
      )
    }
  })
  await check('use', 'the command zego-token04 runs', async () => {
    const { version } = JSON.parse(await node(project, '-p', "JSON.stringify(require('zego-token04/package.json'))"))
    const program = realpathSync(join(project, 'node_modules/.bin/zego-token04'))
    assert.equal(await node(project, program, '--version'), version)
    assert.match(await node(project, program, 'conformance', '--help'), /port/)
    const { stdout } = await npm(['exec', '--offline', '--', 'zego-token04', '--version'], { cwd: project })
    assert.equal(stdout.trim(), version)
  })
  for (const format of ['cyclonedx', 'spdx']) {
    await check('use', `npm sbom --sbom-format ${format} names the package, its licence, and no other`, async () => {
      const { stdout } = await npm(['sbom', '--sbom-format', format], { cwd: project })
      const bill = JSON.parse(stdout)
      const found = format === 'spdx' ? bill.packages.slice(1) : bill.components
      assert.deepEqual(
        found.map(({ name }) => name),
        ['zego-token04']
      )
      assert.match(JSON.stringify(found[0].licenseDeclared ?? found[0].licenses), /MIT/)
    })
  }
}

const ESM = `
import * as library from 'zego-token04'
import * as assistant from 'zego-token04/server-assistant'
import * as http from 'zego-token04/http'
import * as sync from 'zego-token04/sync'
import * as testing from 'zego-token04/testing'
import * as unlocked from 'zego-token04/dev-browser'
const found = import.meta.resolve('zego-token04')`

const CJS = `
const library = require('zego-token04')
const assistant = require('zego-token04/server-assistant')
const http = require('zego-token04/http')
const sync = require('zego-token04/sync')
const testing = require('zego-token04/testing')
const unlocked = require('zego-token04/dev-browser')
const found = require.resolve('zego-token04').replaceAll('\\\\', '/')`

const USE = `
async function main() {
  const serverSecret = library.importServerSecret('fa94dd0f974cf2e293728a526b028271')
  const options = { appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 60 }
  const tokens = [await library.generateToken04(options), sync.generateToken04Sync(options), await unlocked.generateToken04(options)]
  const handler = http.createTokenHandler({ appId: 1, serverSecret, authenticate: () => ({ userId: 'demo' }) })
  tokens.push((await (await handler(new Request('http://localhost/', { method: 'POST' }))).json()).token)
  tokens.push(assistant.generateToken04(1, 'demo', serverSecret, 60))
  const users = new Set(tokens.map((token) => sync.verifyToken04Sync(token, { serverSecret }).claims.user_id))
  await testing.sealToken04({}, { serverSecret, mode: 'gcm', iv: new Uint8Array(12) })
  console.log([...users].join(), found.slice(found.indexOf('dist/')))
}
main()`

const JSON_FILES = `
import { createRequire } from 'node:module'
import claims from 'zego-token04/schema/claims.json' with { type: 'json' }
import vectors from 'zego-token04/vectors/generate.json' with { type: 'json' }
const require = createRequire(import.meta.url)
const required = require('zego-token04/vectors/generate.json')
require('zego-token04/schema/claims.json')
console.log(required.cases.length === vectors.numberOfCases, claims.type)`
