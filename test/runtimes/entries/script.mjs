import { run } from './bundled-suite.mjs'

// for a host that evaluates a script, with no module of its own
globalThis.outcome = run()
