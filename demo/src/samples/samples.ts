import type { Sample, SampleId } from './sample.js'
import { SEALED_SAMPLES } from './sealed-samples.js'
import { VECTOR_SAMPLES, vectorSample } from './vector-samples.js'

// complete by type: a code of the diagnosis without a sample is an error here
const SAMPLES: Readonly<Record<SampleId, string | (() => Promise<Sample>)>> = { ...VECTOR_SAMPLES, ...SEALED_SAMPLES }

/** A sample, by its name or by the code of what it shows. */
export async function sampleOf(id: SampleId): Promise<Sample> {
  const source = SAMPLES[id]
  return typeof source === 'string' ? vectorSample(source) : source()
}

/** All of them, in groups, as a list shows them. */
export const SAMPLE_GROUPS = {
  valid: ['VALID_BASIC', 'VALID_PRIVILEGE', 'VALID_STREAMS', 'CBC_UNAUTHENTICATED'],
  text: [
    'SURROUNDING_CHARACTERS',
    'KIT_TOKEN',
    'JWT',
    'TOKEN03',
    'OTHER_VENDOR_TOKEN',
    'UNSUPPORTED_VERSION',
    'SERVER_SECRET_AS_TOKEN',
    'BASE64_URL',
    'BASE64_LINE_BREAKS',
    'BASE64_INVALID',
    'MALFORMED_TOKEN',
    'EMPTY',
    'NOT_A_STRING'
  ],
  envelope: [
    'TRUNCATED',
    'TRAILING_BYTES',
    'LENGTH_WRAPPED',
    'IV_LENGTH_INVALID',
    'MODE_UNKNOWN',
    'MODE_BYTE_MISSING',
    'MODE_NOT_ALLOWED'
  ],
  secret: [
    'SECRET_NOT_GIVEN',
    'SECRET_WRONG_LENGTH',
    'SECRET_UNDEFINED_TEXT',
    'SECRET_HEX_DECODED',
    'APP_SIGN_AS_SECRET',
    'INVALID_SERVER_SECRET',
    'DECRYPTION_FAILED'
  ],
  plaintext: [
    'DOUBLE_PADDING',
    'EMPTY_PLAINTEXT',
    'PLAINTEXT_NOT_JSON',
    'INVALID_CLAIMS',
    'STRING_NUMBER',
    'NONCE_64_BIT',
    'INVALID_APP_ID',
    'INVALID_USER_ID',
    'USER_ID_TRUNCATED',
    'PAYLOAD_NOT_STRING',
    'PAYLOAD_NOT_JSON',
    'PAYLOAD_SHAPE'
  ],
  time: [
    'EXPIRED',
    'NOT_YET_VALID',
    'CTIME_IN_FUTURE',
    'EXPIRE_MISMATCH',
    'MILLISECONDS',
    'LIFETIME_TOO_LONG',
    'INVALID_EFFECTIVE_TIME'
  ],
  request: [
    'APP_ID_MISMATCH',
    'USER_ID_MISMATCH',
    'ROOM_ID_MISMATCH',
    'LOGIN_DENIED',
    'PUBLISH_DENIED',
    'STREAM_ID_DENIED',
    'INVALID_OPTION'
  ]
} as const satisfies Record<string, readonly SampleId[]>

export type SampleGroup = keyof typeof SAMPLE_GROUPS
