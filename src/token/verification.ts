import { type KeyMaterial, keyMaterial } from '../crypto/server-secret.js'
import { Token04Error } from '../errors.js'
import type { Claims, RtcRoomPayload, VerifiedToken04, VerifyOptions } from '../types.js'
import { MAX_SECRETS } from '../validation/compiled.js'
import { readOptions } from '../validation/read-options.js'
import { readClaims } from './claims.js'
import { type Envelope, readEnvelope } from './envelope.js'
import { ABSENT_EXPECTATIONS, checkExpectations, copyArray, type Expectations } from './expectations.js'
import { parsePayload } from './payload.js'

/** A token that only lacks its decryption, and what is expected of it. */
export interface Verification {
  readonly envelope: Envelope
  readonly materials: readonly KeyMaterial[]
  readonly expected: Expectations
}

/** Validates the options of `verifyToken04` and reads the token as far as it is in clear. */
export function prepareVerification(token: string, options: VerifyOptions): Verification {
  const expected = checkExpectations(readOptions(options, ABSENT_EXPECTATIONS))
  const materials = readSecrets(expected.serverSecret)
  const envelope = readEnvelope(token)
  if (expected.modes !== undefined && !expected.modes.includes(envelope.mode)) {
    throw new Token04Error(
      'MODE_NOT_ALLOWED',
      `The token uses ${envelope.mode.toUpperCase()}; this verifier accepts ${expected.modes.join().toUpperCase()} only.`
    )
  }
  return { envelope, materials, expected }
}

/** Checks what one secret decrypted. Answers undefined where that secret was the wrong one. */
export function readVerified(
  plaintext: Uint8Array | undefined,
  { envelope, expected }: Verification
): VerifiedToken04 | undefined {
  if (plaintext === undefined) return undefined
  const { mode, expire } = envelope
  const claims = readClaims(plaintext, mode)
  if (claims === undefined) return undefined
  if (claims.expire !== expire) {
    throw new Token04Error('EXPIRE_MISMATCH', 'The expiry in clear differs from the one inside the token: it was altered.')
  }
  checkTime(claims, expected)
  checkIdentity(claims, expected)
  const payload = readPayload(claims, expected)
  return { claims, payload, mode, authenticated: mode === 'gcm' }
}

/** One error for wrong key, bad padding and bad JSON: telling them apart would make a padding oracle. */
export function decryptionFailed(): Token04Error {
  return new Token04Error(
    'DECRYPTION_FAILED',
    'The token was not made with this serverSecret, or was altered. Compare the ServerSecret and the AppID of both sides.'
  )
}

function readSecrets(secret: unknown): readonly KeyMaterial[] {
  const secrets = copyArray('serverSecret', secret)
  if (!Array.isArray(secrets)) return [keyMaterial(secrets)]
  if (secrets.length === 0 || secrets.length > MAX_SECRETS) {
    throw new Token04Error(
      'INVALID_SERVER_SECRET',
      `serverSecret must be one secret or an array of 1 to ${MAX_SECRETS} of them.`
    )
  }
  return secrets.map(keyMaterial)
}

function checkTime({ expire, ctime }: Claims, { seconds, clockToleranceInSeconds = 0 }: Expectations): void {
  if (seconds >= expire + clockToleranceInSeconds) {
    throw new Token04Error('EXPIRED', `The token expired at ${expire}, ${seconds - expire} seconds ago. Ask for a new one.`)
  }
  if (ctime > seconds + clockToleranceInSeconds) {
    throw new Token04Error(
      'NOT_YET_VALID',
      `The token was made ${ctime - seconds} seconds in the future: compare the clocks, or allow a clockToleranceInSeconds.`
    )
  }
}

function checkIdentity(claims: Claims, { appId, userId }: Expectations): void {
  if (appId !== undefined && claims.app_id !== appId) {
    throw new Token04Error('APP_ID_MISMATCH', 'The token is for another AppID than the expected one.')
  }
  if (userId !== undefined && claims.user_id !== userId) {
    throw new Token04Error('USER_ID_MISMATCH', 'The token is for another user than the expected one.')
  }
}

function readPayload({ payload: text }: Claims, { validatePayload = true, roomId }: Expectations): RtcRoomPayload | null {
  if (!validatePayload) return null
  const payload = text === '' ? null : parsePayload(text)
  if (roomId !== undefined && payload?.room_id !== roomId) {
    throw new Token04Error(
      'ROOM_ID_MISMATCH',
      payload === null
        ? 'A room was expected, but this is a basic token, which is for no room in particular.'
        : 'The token is for another room than the expected one.'
    )
  }
  return payload
}
