// Node.js, Bun and Deno run the suite as it is: what the names resolve to is up to them.
import { createRequire } from 'node:module'
import * as library from 'zego-token04'
import * as unlocked from 'zego-token04/dev-browser'
import * as http from 'zego-token04/http'
import claims from 'zego-token04/schema/claims.json' with { type: 'json' }
import * as assistant from 'zego-token04/server-assistant'
import * as sync from 'zego-token04/sync'
import { sealToken04 } from 'zego-token04/testing'
import { equal } from '../suite/assert.mjs'
import { assistantCases, hasNames, httpCases, labelled, NAMES, pairCases, serverCases, syncCases } from '../suite/index.mjs'
import { runSuite } from '../suite/run-suite.mjs'

const require = createRequire(import.meta.url)
const commonJs = require('zego-token04')

const cases = [
  hasNames(library, NAMES),
  { name: 'the schemas can be imported', run: () => equal(claims.$id, 'urn:zego-token04:claims') },
  ...serverCases(library, sealToken04),
  ...httpCases(http, library),
  ...syncCases(sync),
  ...assistantCases(assistant, library),
  ...labelled('require', [
    hasNames(commonJs, NAMES),
    ...httpCases(require('zego-token04/http'), commonJs),
    ...assistantCases(require('zego-token04/server-assistant'), commonJs)
  ]),
  ...pairCases({ 'zego-token04': library, 'zego-token04/dev-browser': unlocked, 'require("zego-token04")': commonJs })
]
const resolved = {
  import: import.meta.resolve('zego-token04'),
  require: require.resolve('zego-token04'),
  sync: import.meta.resolve('zego-token04/sync'),
  http: import.meta.resolve('zego-token04/http'),
  assistant: import.meta.resolve('zego-token04/server-assistant')
}
const version = globalThis.Deno?.version.deno ?? process.versions.bun ?? process.versions.node
console.log(`OUTCOME ${JSON.stringify({ ...(await runSuite(cases, library)), resolved, version })}`)
