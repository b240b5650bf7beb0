import { Token04Error } from '../errors.js'
import { generateToken04Sync } from '../token/generate-sync.js'
import type { Mode, RtcRoomPayload, ServerSecret } from '../types.js'
import { readOptions } from '../validation/read-options.js'
import { ServerAssistantError } from './server-assistant-error.js'

/**
 * The sixth argument of `generateToken04` of `zego-token04/server-assistant`.
 *
 * @example
 * ```ts
 * import { decodeToken04 } from 'zego-token04'
 * import { generateToken04, type ServerAssistantOptions } from 'zego-token04/server-assistant'
 *
 * const secret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const options: ServerAssistantOptions = { mode: 'cbc' } // for an old private deployment
 * decodeToken04(generateToken04(1, 'demo', secret, 3600, '', options)).mode // => 'cbc'
 * ```
 */
export interface ServerAssistantOptions {
  /** Default `'gcm'`, as in ZEGO's newer assistant; its older one wrote `'cbc'`. */
  mode?: Mode
}

/**
 * Makes a token04, with the arguments of ZEGO's Node.js assistant in their order. On node:crypto, without a promise.
 *
 * Bad input never yields a token: what is refused, and why, is in `docs/migration.md`.
 *
 * @param appId - AppID of the project in the ZEGO console: 1 to 4,294,967,295.
 * @param userId - The user that the token is for: 1 to 64 bytes of UTF-8, no control characters.
 * @param secret - The 32-byte ServerSecret, or what `importServerSecret` returned (faster: checked once).
 * @param effectiveTimeInSeconds - How long the token is valid, in seconds: 1 to 2,073,600 (24 days).
 * @param payload - Left out or `''`: a basic token. Else the RTC room payload, as its JSON text or as an object.
 * @returns The token: `"04"` and base64, to hand to the client.
 * @throws {@link ServerAssistantError} with the `errorCode` of ZEGO's assistants: 1 (`INVALID_APP_ID`), 3 (`INVALID_USER_ID`),
 * 5 (`INVALID_SERVER_SECRET`), 6 (`INVALID_EFFECTIVE_TIME`); and -1, which they do not have, for `INVALID_PAYLOAD`,
 * `TOKEN_TOO_LARGE` and `INVALID_OPTION`
 *
 * @example
 * ```ts
 * import { generateToken04 } from 'zego-token04/server-assistant'
 *
 * const secret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const payload = JSON.stringify({ room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null })
 * const token = generateToken04(1, 'demo', secret, 3600, payload)
 * token.startsWith('04') // => true
 * ```
 */
export function generateToken04(
  appId: number,
  userId: string,
  secret: string | ServerSecret,
  effectiveTimeInSeconds: number,
  payload?: RtcRoomPayload | string,
  options: ServerAssistantOptions = {}
): string {
  try {
    const { mode } = readOptions(options, ABSENT)
    return generateToken04Sync({ appId, userId, serverSecret: secret, effectiveTimeInSeconds, payload, mode })
  } catch (error) {
    throw error instanceof Token04Error ? new ServerAssistantError(error) : error
  }
}

const ABSENT: ServerAssistantOptions = { mode: undefined }
