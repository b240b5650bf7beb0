export { importServerSecret } from './crypto/server-secret.js'
export * from './shared.js'
export { generateToken04 } from './token/generate.js'
export { verifyToken04 } from './token/verify.js'
