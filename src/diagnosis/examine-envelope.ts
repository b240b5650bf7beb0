import { type Bytes, IV_BYTES, TAG_BYTES } from '../crypto/backend.js'
import { ENVELOPE, type Envelope, readInt64, readUint16 } from '../token/envelope.js'
import type { Mode } from '../types.js'
import { MAX_CIPHERTEXT_BYTES } from '../validation/compiled.js'
import type { Report } from './report.js'

/** The parts of an envelope, as far as they can be told; it goes on past what is wrong but clear. */
export function examineEnvelope(bytes: Bytes, report: Report): Envelope | undefined {
  const cut = (needed: number) => report.add('TRUNCATED', { missing: needed - bytes.length })
  if (bytes.length < ENVELOPE.ivOffset) return void cut(ENVELOPE.ivOffset)
  const expire = readInt64(bytes)
  if (!Number.isSafeInteger(expire)) return void report.add('MALFORMED_TOKEN', { reason: 'expire-range' })
  const ivLength = readUint16(bytes, ENVELOPE.ivLengthOffset)
  const lengthOffset = ENVELOPE.ivOffset + ivLength
  const start = lengthOffset + ENVELOPE.lengthBytes
  // a length that no mode has is wrong before anything is missing
  const isKnownLength = Object.values(IV_BYTES).includes(ivLength)
  if (bytes.length < start) {
    if (isKnownLength) return void cut(start)
    return void report.add('IV_LENGTH_INVALID', { bytes: ivLength, mode: 'GCM', expected: IV_BYTES.gcm })
  }
  const stated = readUint16(bytes, lengthOffset)
  const rest = bytes.subarray(start)
  if (rest.length < stated) return void cut(start + stated)

  const length = wrappedLength(rest.length, stated, report) ?? stated
  const mode = examineMode(rest.subarray(length), ivLength, report)
  if (ivLength !== IV_BYTES[mode]) {
    report.add('IV_LENGTH_INVALID', { bytes: ivLength, mode: mode.toUpperCase(), expected: IV_BYTES[mode] })
    if (!isKnownLength || mode === 'cbc') return undefined
  }
  const ciphertext = rest.subarray(0, length)
  if (mode === 'gcm' ? length < TAG_BYTES : length === 0 || length % 16 !== 0) {
    return void report.add('MALFORMED_TOKEN', { reason: 'ciphertext-length' })
  }
  return { expire, mode, iv: bytes.subarray(ENVELOPE.ivOffset, lengthOffset), ciphertext }
}

// all that is left, or all but a mode byte, is 65,536 or a multiple more than the length says
function wrappedLength(available: number, stated: number, report: Report): number | undefined {
  for (const length of [available, available - 1]) {
    if (length > MAX_CIPHERTEXT_BYTES && (length - stated) % (MAX_CIPHERTEXT_BYTES + 1) === 0) {
      report.add('LENGTH_WRAPPED', { bytes: length })
      return length
    }
  }
  return undefined
}

function examineMode(tail: Uint8Array, ivLength: number, report: Report): Mode {
  if (tail.length > 1) report.add('TRAILING_BYTES', { bytes: tail.length - 1 })
  const byte = tail[0]
  // no mode but GCM has an IV of this length
  const byIv: Mode = ivLength === IV_BYTES.gcm ? 'gcm' : 'cbc'
  if (byte === undefined) {
    if (byIv === 'gcm') report.add('MODE_BYTE_MISSING')
    return byIv
  }
  if (byte === ENVELOPE.modeByte.cbc) return 'cbc'
  if (byte === ENVELOPE.modeByte.gcm) return 'gcm'
  report.add('MODE_UNKNOWN', { byte })
  return byIv
}
