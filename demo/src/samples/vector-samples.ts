import verifyInvalid from '../../../vectors/verify-invalid.json' with { type: 'json' }
import verifyValid from '../../../vectors/verify-valid.json' with { type: 'json' }
import type { Sample, SampleId } from './sample.js'

/** Samples that are vectors, by the id of the vector. */
export const VECTOR_SAMPLES = {
  VALID_BASIC: 'verify-official-node-gcm-basic',
  VALID_PRIVILEGE: 'verify-official-node-gcm-privilege',
  VALID_STREAMS: 'verify-payload-streams-gcm',
  NOT_A_STRING: 'refuse-token-null',
  EMPTY: 'refuse-token-empty',
  SURROUNDING_CHARACTERS: 'refuse-token-quoted',
  KIT_TOKEN: 'refuse-token-kit-token',
  JWT: 'refuse-token-jwt',
  TOKEN03: 'refuse-token-token03',
  OTHER_VENDOR_TOKEN: 'refuse-token-other-vendor-007',
  UNSUPPORTED_VERSION: 'refuse-token-version-05',
  SERVER_SECRET_AS_TOKEN: 'refuse-token-server-secret',
  BASE64_URL: 'refuse-token-base64-url',
  BASE64_LINE_BREAKS: 'refuse-token-line-break',
  BASE64_INVALID: 'refuse-token-unpadded',
  MALFORMED_TOKEN: 'refuse-token-no-version',
  TRUNCATED: 'refuse-token-cut-ciphertext-gcm',
  TRAILING_BYTES: 'refuse-token-trailing-2-gcm',
  LENGTH_WRAPPED: 'refuse-token-wrapped-gcm',
  IV_LENGTH_INVALID: 'refuse-token-iv-8-gcm',
  MODE_UNKNOWN: 'refuse-token-mode-ascii-gcm',
  MODE_BYTE_MISSING: 'refuse-token-mode-missing',
  MODE_NOT_ALLOWED: 'refuse-token-mode-gcm-not-allowed',
  SECRET_NOT_GIVEN: 'refuse-token-secret-missing',
  SECRET_UNDEFINED_TEXT: 'refuse-token-secret-undefined',
  SECRET_WRONG_LENGTH: 'refuse-token-secret-31',
  SECRET_HEX_DECODED: 'refuse-token-key-hex-decoded-gcm',
  APP_SIGN_AS_SECRET: 'refuse-token-secret-app-sign',
  DECRYPTION_FAILED: 'refuse-token-tag-zero',
  DOUBLE_PADDING: 'refuse-token-padding-twice',
  EMPTY_PLAINTEXT: 'refuse-token-plaintext-empty-gcm',
  PLAINTEXT_NOT_JSON: 'refuse-token-plaintext-plain-gcm',
  INVALID_CLAIMS: 'refuse-token-claim-app-id-missing',
  STRING_NUMBER: 'refuse-token-claim-app-id-string',
  NONCE_64_BIT: 'refuse-token-claim-nonce-64-bit',
  MILLISECONDS: 'refuse-token-milliseconds-gcm',
  INVALID_USER_ID: 'verify-written-by-go-gcm',
  USER_ID_TRUNCATED: 'verify-user-id-nul-gcm',
  PAYLOAD_NOT_STRING: 'refuse-token-claim-payload-object',
  PAYLOAD_NOT_JSON: 'refuse-token-payload-plain',
  PAYLOAD_SHAPE: 'refuse-token-payload-no-room',
  EXPIRED: 'refuse-token-expired-later-gcm',
  NOT_YET_VALID: 'refuse-token-future-gcm',
  CTIME_IN_FUTURE: 'verify-future-tolerated-gcm',
  EXPIRE_MISMATCH: 'refuse-token-clear-far-later-gcm',
  LIFETIME_TOO_LONG: 'verify-expire-2038-gcm',
  INVALID_EFFECTIVE_TIME: 'refuse-token-expired-negative-gcm',
  APP_ID_MISMATCH: 'refuse-token-app-id-other',
  USER_ID_MISMATCH: 'refuse-token-user-other',
  ROOM_ID_MISMATCH: 'refuse-token-room-other',
  CBC_UNAUTHENTICATED: 'verify-official-go-basic'
} as const satisfies Partial<Record<SampleId, string>>

interface Input {
  readonly token: unknown
  readonly serverSecret?: unknown
  readonly now: number
  readonly appId?: number
  readonly userId?: string
  readonly roomId?: string
  readonly modes?: readonly ('gcm' | 'cbc')[]
  readonly clockToleranceInSeconds?: number
}

/** The sample that a vector is. */
export function vectorSample(vector: string): Sample {
  const found = [...verifyInvalid.cases, ...verifyValid.cases].find(({ id }) => id === vector)
  if (found === undefined) throw new Error(`There is no vector ${vector}.`)
  const { token, serverSecret = '', now, appId, userId = '', roomId = '', ...rest } = found.input as Input
  const { modes: [mode] = [''], clockToleranceInSeconds } = rest
  return {
    token,
    serverSecret,
    now,
    expected: {
      appId: numberText(appId),
      userId,
      roomId,
      mode: mode ?? '',
      clockToleranceInSeconds: numberText(clockToleranceInSeconds)
    }
  }
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
