// Run by package.test.ts in a plain Node.js that forbids code from strings: what users get, without any test tooling around it.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import * as esm from 'zego-token04'
import * as esmAssistant from 'zego-token04/server-assistant'
import * as esmSync from 'zego-token04/sync'
import * as esmTesting from 'zego-token04/testing'
import * as defaultBuild from '../../dist/default/index.js'
import * as webBuild from '../../dist/web/index.js'

const require = createRequire(import.meta.url)
const cjs = require('zego-token04')
const cjsAssistant = require('zego-token04/server-assistant')
const cjsSync = require('zego-token04/sync')
const cjsTesting = require('zego-token04/testing')
const cjsWeb = require('../../dist/web/index.cjs')

assert.throws(() => new Function('return 1'), EvalError, 'this process should forbid code from strings')
assert.notEqual(esm.generateToken04, cjs.generateToken04, 'two copies of the library are loaded')

const text = 'fa94dd0f974cf2e293728a526b028271'
const libraries = { esm, esmSync, cjs, cjsSync, webBuild, defaultBuild, cjsWeb }
const seal = { mode: 'gcm', iv: new Uint8Array(12) }

for (const [from, { importServerSecret }] of Object.entries(libraries)) {
  const serverSecret = importServerSecret(text)
  for (const [to, library] of Object.entries(libraries)) {
    const generate = library.generateToken04 ?? library.generateToken04Sync
    const verify = library.verifyToken04 ?? library.verifyToken04Sync
    const token = await generate({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 60 })
    const { claims } = await verify(token, { serverSecret, appId: 1 })
    assert.equal(claims.user_id, 'demo', `a ServerSecret of ${from} works in ${to}`)
  }
  for (const assistant of [esmAssistant, cjsAssistant])
    assert.match(assistant.generateToken04(1, 'demo', serverSecret, 60), /^04/)
  for (const testing of [esmTesting, cjsTesting]) assert.match(await testing.sealToken04({}, { ...seal, serverSecret }), /^04/)
}

for (const [from, { importServerSecret }] of Object.entries(libraries)) {
  for (const [to, { Token04Error }] of Object.entries(libraries)) {
    assert.throws(() => importServerSecret('short'), Token04Error, `an error of ${from} is one of ${to}`)
  }
}

for (const { generateToken04 } of [esmAssistant, cjsAssistant]) {
  const refused = () => generateToken04(0, 'demo', text, 60)
  for (const { ServerAssistantError } of [esmAssistant, cjsAssistant]) assert.throws(refused, ServerAssistantError)
  for (const { Token04Error } of [esm, cjs]) assert.throws(refused, Token04Error)
}

assert.deepEqual(Object.keys(cjs).sort(), Object.keys(esm).sort())
assert.deepEqual(Object.keys(webBuild).sort(), Object.keys(esm).sort())
process.stdout.write('interop holds\n')
