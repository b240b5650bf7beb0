import { encrypt } from '../crypto/node.js'
import type { GenerateOptions } from '../types.js'
import { draftToken } from './draft-token.js'
import { writeEnvelope } from './envelope.js'

/**
 * `generateToken04` without a promise, on node:crypto.
 *
 * @throws {@link Token04Error} with the codes of `generateToken04`
 *
 * @example
 * ```ts
 * import { generateToken04Sync } from 'zego-token04/sync'
 *
 * const token = generateToken04Sync({
 *   appId: 1,
 *   userId: 'demo',
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271', // from the environment, in an app
 *   effectiveTimeInSeconds: 3600
 * })
 * token.startsWith('04') // => true
 * ```
 */
export function generateToken04Sync(options: GenerateOptions): string {
  const { material, mode, iv, plaintext, expire } = draftToken(options)
  return writeEnvelope(expire, mode, iv, encrypt(material, mode, iv, plaintext))
}
