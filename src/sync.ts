export { importServerSecret } from './crypto/server-secret.js'
export * from './shared.js'
export { generateToken04Sync } from './token/generate-sync.js'
export { verifyToken04Sync } from './token/verify-sync.js'
