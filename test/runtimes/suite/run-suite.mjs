import { SECRET } from './assert.mjs'

/** Runs cases one after the other, and tells which backend the library is found to use. */
export async function runSuite(cases, library) {
  const backend = await findBackend(library)
  const failures = []
  for (const { name, run } of cases) {
    try {
      await run()
    } catch (error) {
      failures.push(`${name}: ${error?.stack ?? error}`)
    }
  }
  // a runner that lost its cases is not to look like one that passed them
  return { backend, cases: cases.length, passed: cases.length - failures.length, failures: failures.slice(0, 10) }
}

/** By experiment: does making a token call WebCrypto? */
export async function findBackend({ generateToken04 }) {
  const subtle = globalThis.crypto?.subtle
  if (subtle === undefined) return 'none'
  let calls = 0
  const { encrypt } = subtle
  subtle.encrypt = (...args) => {
    calls++
    return encrypt.apply(subtle, args)
  }
  try {
    await generateToken04({ appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 60 })
  } catch (error) {
    return error.code === 'BROWSER_REFUSED' ? 'refusing' : `none (${error})`
  } finally {
    // the one of the prototype comes back
    delete subtle.encrypt
  }
  return calls > 0 ? 'WebCrypto' : 'node:crypto'
}
