import { fromBase64 } from '#base64'
import { Token04Error } from '../errors.js'
import type { KitToken } from '../types.js'
import { kitToken as kitTokenSchema, MAX_KIT_CHARACTERS, MAX_TOKEN_CHARACTERS } from '../validation/compiled.js'
import { parseJson } from './claims.js'
import { readEnvelope } from './envelope.js'

/**
 * Reads a Kit Token as ZEGO's UIKit does. Needs no secret; nothing of it is authenticated.
 *
 * @throws {@link Token04Error} `MALFORMED_TOKEN`, `UNSUPPORTED_VERSION`
 *
 * @example
 * ```ts
 * import { parseKitToken } from 'zego-token04'
 *
 * const kitToken =
 *   '04AAAAAGVT/xAADAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAE=#eyJ1c2VySUQiOiJkZW1vIiwicm9vbUlEIjoicm9vbSIsInVzZXJOYW1lIjoiRGVtbyIsImFwcElEIjoxfQ=='
 * parseKitToken(kitToken).roomId // => 'room'
 * ```
 */
export function parseKitToken(kitToken: string): KitToken {
  const isLookedAt = typeof kitToken === 'string' && kitToken.length <= MAX_TOKEN_CHARACTERS + 1 + MAX_KIT_CHARACTERS
  const parts = isLookedAt ? kitToken.split('#', 3) : []
  const [token, kit] = parts
  if (token === undefined || kit === undefined || parts.length > 2) {
    throw malformed('it must be a token04, one "#", and not too much base64')
  }
  readEnvelope(token)

  const bytes = fromBase64(kit)
  if (bytes === undefined) throw malformed('what follows the "#" is not base64')
  const user = parseJson(latin1(bytes))
  if (!kitTokenSchema(user)) throw malformed('what follows the "#" is not JSON of the right shape')
  const { userID, roomID, userName, appID } = user as { userID: string; roomID: string; userName: string; appID: number }
  return { token, appId: appID, userId: userID, roomId: roomID, userName: uriDecoded(userName) }
}

// as atob gives it to UIKit
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function uriDecoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    throw malformed('its userName is not encoded for a URI')
  }
}

function malformed(reason: string): Token04Error {
  return new Token04Error('MALFORMED_TOKEN', `The Kit Token is malformed: ${reason}.`)
}
