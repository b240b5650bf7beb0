/**
 * The same without promises, on Node.js, Bun and Deno.
 *
 * @module zego-token04/sync
 */
export { importServerSecret } from './crypto/server-secret.js'
export * from './shared.js'
export { diagnoseToken04Sync } from './token/diagnose-sync.js'
export { generateToken04Sync } from './token/generate-sync.js'
export { verifyToken04Sync } from './token/verify-sync.js'
