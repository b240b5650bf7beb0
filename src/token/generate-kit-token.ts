import { toBase64 } from '#base64'
import type { KitTokenUser } from '../types.js'
import { check } from '../validation/check.js'
import {
  appId as appIdSchema,
  roomId as roomIdSchema,
  userId as userIdSchema,
  userName as userNameSchema
} from '../validation/compiled.js'
import { readOptions } from '../validation/read-options.js'
import { readEnvelope } from './envelope.js'

/**
 * Makes a Kit Token, as ZEGO's UIKit (prebuilt, web) takes it: the token04, `#`, and base64 of who joins what.
 *
 * Make the token04 on a server. Wrapping it needs no secret, so this works in browsers. Ids and names may hold any character:
 * those beyond ASCII are written as JSON escapes, since UIKit reads Latin-1.
 *
 * @throws {@link Token04Error} `MALFORMED_TOKEN`, `UNSUPPORTED_VERSION`, `INVALID_APP_ID`, `INVALID_USER_ID`, `INVALID_OPTION`
 *
 * @example
 * ```ts
 * import { generateKitToken, generateToken04, parseKitToken } from 'zego-token04'
 *
 * const user = { appId: 1, userId: 'demo', roomId: 'room', userName: 'Demo' }
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // on a server, from its environment
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600 })
 * parseKitToken(generateKitToken(token, user)).userName // => 'Demo'
 * ```
 */
export function generateKitToken(token: string, user: KitTokenUser): string {
  const { appId, userId, roomId, userName } = readOptions(user, ABSENT, 'user')
  readEnvelope(token)
  check(appIdSchema, appId, 'INVALID_APP_ID', 'appId')
  check(userIdSchema, userId, 'INVALID_USER_ID', 'userId')
  check(roomIdSchema, roomId, 'INVALID_OPTION', 'roomId')
  check(userNameSchema, userName, 'INVALID_OPTION', 'userName')
  const json = JSON.stringify({ userID: userId, roomID: roomId, userName: encodeURIComponent(userName), appID: appId })
  return `${token}#${toBase64(Uint8Array.from(asciiJson(json), (character) => character.charCodeAt(0)))}`
}

const ABSENT = { appId: undefined, userId: undefined, roomId: undefined, userName: undefined } as unknown as KitTokenUser

function asciiJson(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
