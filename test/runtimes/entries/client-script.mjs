import { run } from './bundled-suite.mjs'

// the same for a client, where /http does not resolve
globalThis.outcome = run()
