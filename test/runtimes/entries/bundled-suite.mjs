// What a bundler puts into one file for a worker or an edge runtime. The runner checks that /sync does not resolve there.
import * as library from 'zego-token04'
import * as unlocked from 'zego-token04/dev-browser'
import { sealToken04 } from 'zego-token04/testing'
import { hasNames, httpCases, NAMES, pairCases, refusingCases, serverCases } from '../suite/index.mjs'
import { findBackend, runSuite } from '../suite/run-suite.mjs'

/** `http`: the entry of that name, where it resolves. */
export async function run(http) {
  const isRefusing = (await findBackend(library)) === 'refusing'
  const cases = isRefusing
    ? refusingCases(library, sealToken04)
    : [
        hasNames(library, NAMES),
        ...serverCases(library, sealToken04),
        ...httpCases(http, library),
        ...pairCases({ 'zego-token04': library, 'zego-token04/dev-browser': unlocked })
      ]
  const globals = ['process', 'Buffer'].filter((name) => name in globalThis)
  return JSON.stringify({ ...(await runSuite(cases, library)), globals })
}
