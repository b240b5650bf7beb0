/**
 * Makes, verifies, reads and explains tokens. In a browser, what needs the ServerSecret throws `BROWSER_REFUSED`.
 *
 * @module zego-token04
 */
export { importServerSecret } from './crypto/server-secret.js'
export * from './shared.js'
export { diagnoseToken04 } from './token/diagnose.js'
export { generateToken04 } from './token/generate.js'
export { verifyToken04 } from './token/verify.js'
