import { IV_BYTES } from '../crypto/backend.js'
import { randomBytes } from '../crypto/random-bytes.js'
import { keyMaterial } from '../crypto/server-secret.js'
import { Token04Error } from '../errors.js'
import type { GenerateOptions } from '../types.js'
import { check } from '../validation/check.js'
import {
  appId as appIdSchema,
  effectiveTimeInSeconds as effectiveTimeSchema,
  MAX_EFFECTIVE_TIME_IN_SECONDS,
  mode as modeSchema,
  userId as userIdSchema
} from '../validation/compiled.js'
import { readClock } from '../validation/read-clock.js'
import { readOptions } from '../validation/read-options.js'
import { claimsText } from './claims.js'
import { checkSize, type Draft } from './draft.js'
import { readUint32 } from './envelope.js'
import { payloadText } from './payload.js'

/**
 * Validates the options of `generateToken04`, in the order in which ZEGO's assistants check them, and writes the claims. The text of a
 * payload that was validated before takes the place of the option.
 */
export function draftToken(options: GenerateOptions, validated?: string): Draft {
  const {
    appId,
    userId,
    serverSecret,
    effectiveTimeInSeconds,
    payload,
    mode = 'gcm',
    now,
    maxEffectiveTimeInSeconds
  } = readOptions(options, ABSENT)
  check(appIdSchema, appId, 'INVALID_APP_ID', 'appId')
  check(userIdSchema, userId, 'INVALID_USER_ID', 'userId')
  const material = keyMaterial(serverSecret)
  checkEffectiveTime(effectiveTimeInSeconds, maxEffectiveTimeInSeconds)
  check(modeSchema, mode, 'INVALID_OPTION', 'mode')
  const ctime = readClock(now)
  const expire = ctime + effectiveTimeInSeconds
  const text = validated ?? payloadText(payload)

  const random = randomBytes(IV_BYTES[mode] + NONCE_BYTES)
  const nonce = readNonce(random)
  const plaintext = claimsText({ app_id: appId, user_id: userId, nonce, ctime, expire, payload: text })
  checkSize(plaintext, mode)
  return { expire, mode, iv: random.subarray(NONCE_BYTES), plaintext, material }
}

const ABSENT = {
  appId: undefined,
  userId: undefined,
  serverSecret: undefined,
  effectiveTimeInSeconds: undefined,
  payload: undefined,
  mode: undefined,
  now: undefined,
  maxEffectiveTimeInSeconds: undefined
} as unknown as GenerateOptions

function checkEffectiveTime(value: number, cap: number = MAX_EFFECTIVE_TIME_IN_SECONDS): void {
  check(effectiveTimeSchema, cap, 'INVALID_OPTION', 'maxEffectiveTimeInSeconds')
  if (Number.isInteger(value) && value > cap) {
    throw new Token04Error(
      'INVALID_EFFECTIVE_TIME',
      `effectiveTimeInSeconds must be at most ${cap}; found the number ${value}${lookAlike(value, cap)}.`
    )
  }
  check(effectiveTimeSchema, value, 'INVALID_EFFECTIVE_TIME', 'effectiveTimeInSeconds')
}

// September 2001: no validity is this long, and every point in time since is later
const FIRST_TIMESTAMP = 1e9
const FIRST_TIMESTAMP_IN_MILLISECONDS = FIRST_TIMESTAMP * 1000

function lookAlike(value: number, cap: number): string {
  if (value >= FIRST_TIMESTAMP_IN_MILLISECONDS) {
    return ', which looks like a Unix timestamp in milliseconds: pass a duration in seconds'
  }
  if (value >= FIRST_TIMESTAMP) return ', which looks like a Unix timestamp: pass a duration, not the point in time'
  if (value % 1000 === 0 && value / 1000 <= cap) return ', which looks like milliseconds: pass seconds'
  return ''
}

const NONCE_BYTES = 4

// 0 to 2^31-1, as most writers draw it
function readNonce(bytes: Uint8Array): number {
  return readUint32(bytes, 0) & 0x7fffffff
}
