import { decrypt } from '#backend'
import type { Backend } from '../crypto/backend.js'
import type { VerifiedToken04, VerifyOptions } from '../types.js'
import { decryptionFailed, prepareVerification, readVerified } from './verification.js'

/**
 * Decrypts a token04 and checks it: claims, times, payload, and each expectation that is given.
 *
 * A token is valid while `now < expire + clockToleranceInSeconds`: at the very second `expire` it is expired. It is refused as not
 * yet valid while `ctime > now + clockToleranceInSeconds`. `authenticated` is false for CBC, which carries no MAC.
 *
 * @param token - The token as the client sends it.
 * @param options - Times in Unix seconds. Limits: `schema/verify-options.json`.
 * @throws {@link Token04Error} about the token `MALFORMED_TOKEN`, `UNSUPPORTED_VERSION`, `MODE_NOT_ALLOWED`, `DECRYPTION_FAILED`,
 * `INVALID_CLAIMS`, `EXPIRE_MISMATCH`, `EXPIRED`, `NOT_YET_VALID`, `APP_ID_MISMATCH`, `USER_ID_MISMATCH`, `INVALID_PAYLOAD`,
 * `ROOM_ID_MISMATCH`; about the options `INVALID_SERVER_SECRET`, `INVALID_APP_ID`, `INVALID_USER_ID`, `INVALID_OPTION`; where the
 * platform has no WebCrypto `CRYPTO_UNAVAILABLE`; in a browser `BROWSER_REFUSED`
 *
 * @example
 * ```ts
 * import { generateToken04, importServerSecret, verifyToken04 } from 'zego-token04'
 *
 * const serverSecret = importServerSecret('fa94dd0f974cf2e293728a526b028271')
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600 })
 * const { claims, payload, authenticated } = await verifyToken04(token, { serverSecret, appId: 1, userId: 'demo' })
 * claims.user_id // => 'demo'
 * payload // => null
 * authenticated // => true
 * ```
 */
export async function verifyToken04(token: string, options: VerifyOptions): Promise<VerifiedToken04> {
  const verification = prepareVerification(token, options)
  const { mode, iv, ciphertext } = verification.envelope
  for (const material of verification.materials) {
    const decrypted = decrypt(material, mode, iv, ciphertext) as ReturnType<Backend['decrypt']>
    // on node:crypto it is no promise, and each wait costs a tenth of a verification
    const verified = readVerified(decrypted instanceof Promise ? await decrypted : decrypted, verification)
    if (verified !== undefined) return verified
  }
  throw decryptionFailed()
}
