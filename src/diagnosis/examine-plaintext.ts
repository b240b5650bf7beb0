import { BLOCK_BYTES } from '../crypto/backend.js'
import { fromUtf8 } from '../encoding/utf8.js'
import { parseObject } from '../token/claims.js'
import type { Mode } from '../types.js'
import type { FoundCode } from './texts.js'

/** A plaintext that proves its key: claims, or something else that nobody gets with a wrong key. */
export interface Plaintext {
  readonly claims?: Record<string, unknown>
  readonly mistake?: FoundCode
}

/** Answers undefined where a plaintext does not prove that its key is the right one. */
export function examinePlaintext(bytes: Uint8Array, mode: Mode): Plaintext | undefined {
  const claims = parseObject(fromUtf8(bytes))
  if (claims !== undefined) return { claims }
  if (bytes.length === 0) return { mistake: 'EMPTY_PLAINTEXT' }
  const unpadded = parseObject(fromUtf8(withoutPadding(bytes)))
  if (unpadded !== undefined) return { claims: unpadded, mistake: 'DOUBLE_PADDING' }
  // a tag proves the key; without one, only text does that nobody gets by chance
  const isProven = mode === 'gcm' || fromUtf8(bytes)?.includes('app_id') === true
  return isProven ? { mistake: 'PLAINTEXT_NOT_JSON' } : undefined
}

// PKCS#7, or zeros
function withoutPadding(bytes: Uint8Array): Uint8Array {
  const last = bytes[bytes.length - 1] as number
  let end = bytes.length
  if (last <= BLOCK_BYTES) while (bytes[end - 1] === last) end--
  return bytes.subarray(0, end)
}
