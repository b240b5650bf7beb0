// What a bundler puts into one file for a worker or an edge runtime. The runner checks that /sync does not resolve there.
import * as library from 'zego-token04'
import * as unlocked from 'zego-token04/dev-browser'
import * as http from 'zego-token04/http'
import { sealToken04 } from 'zego-token04/testing'
import { hasNames, httpCases, NAMES, pairCases, refusingCases, serverCases } from '../suite/index.mjs'
import { findBackend, runSuite } from '../suite/run-suite.mjs'

export async function run() {
  const isRefusing = (await findBackend(library)) === 'refusing'
  const cases = isRefusing
    ? refusingCases(library, sealToken04, http)
    : [
        hasNames(library, NAMES),
        ...serverCases(library, sealToken04),
        ...httpCases(http, library),
        ...pairCases({ 'zego-token04': library, 'zego-token04/dev-browser': unlocked })
      ]
  const globals = ['process', 'Buffer'].filter((name) => name in globalThis)
  return JSON.stringify({ ...(await runSuite(cases, library)), globals })
}
