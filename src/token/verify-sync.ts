import { decrypt } from '../crypto/node.js'
import type { VerifiedToken04, VerifyOptions } from '../types.js'
import { decryptionFailed, prepareVerification, readVerified } from './verification.js'

/**
 * `verifyToken04` without a promise, on node:crypto.
 *
 * @throws {@link Token04Error} with the codes of `verifyToken04`
 *
 * @example
 * ```ts
 * import { generateToken04Sync, verifyToken04Sync } from 'zego-token04/sync'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const token = generateToken04Sync({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600 })
 * verifyToken04Sync(token, { serverSecret }).claims.user_id // => 'demo'
 * ```
 */
export function verifyToken04Sync(token: string, options: VerifyOptions): VerifiedToken04 {
  const verification = prepareVerification(token, options)
  const { mode, iv, ciphertext } = verification.envelope
  for (const material of verification.materials) {
    const verified = readVerified(decrypt(material, mode, iv, ciphertext), verification)
    if (verified !== undefined) return verified
  }
  throw decryptionFailed()
}
