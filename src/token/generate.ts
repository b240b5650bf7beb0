import type { GenerateOptions } from '../types.js'
import { draftToken } from './draft-token.js'
import { encryptDraft } from './encrypt-draft.js'

/**
 * Makes a token04: a basic token without `payload`, a privilege token with one.
 *
 * Bad input never yields a token. The options are read once and not kept.
 *
 * @param options - Durations and times in seconds; lengths in bytes of UTF-8. Limits: `schema/generate-options.json`.
 * @returns The token: `"04"` and base64, to hand to the client.
 * @throws {@link Token04Error} `INVALID_APP_ID`, `INVALID_USER_ID`, `INVALID_SERVER_SECRET`, `INVALID_EFFECTIVE_TIME`,
 * `INVALID_PAYLOAD`, `TOKEN_TOO_LARGE`, `INVALID_OPTION`; where the platform has no WebCrypto `CRYPTO_UNAVAILABLE`; in a browser
 * `BROWSER_REFUSED`
 *
 * @example A basic token, valid for an hour
 * ```ts
 * import { generateToken04 } from 'zego-token04'
 *
 * const token = await generateToken04({
 *   appId: 1,
 *   userId: 'demo',
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271', // from the environment, in an app
 *   effectiveTimeInSeconds: 3600
 * })
 * token.startsWith('04') // => true
 * ```
 *
 * @example A privilege token: log in to one room, do not publish
 * ```ts
 * import { generateToken04, privilegePayload } from 'zego-token04'
 *
 * const token = await generateToken04({
 *   appId: 1,
 *   userId: 'demo',
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   effectiveTimeInSeconds: 3600,
 *   payload: privilegePayload({ roomId: 'demo', canLogin: true, canPublish: false })
 * })
 * token.startsWith('04') // => true
 * ```
 */
export async function generateToken04(options: GenerateOptions): Promise<string> {
  return encryptDraft(draftToken(options))
}
