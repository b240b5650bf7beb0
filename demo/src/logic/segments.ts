/** The parts of a token, in the order in which they stand in it. */
export type SegmentName =
  | 'version'
  | 'expire'
  | 'ivLength'
  | 'iv'
  | 'ciphertextLength'
  | 'ciphertext'
  | 'tag'
  | 'mode'
  | 'extra'

/** Bytes of one meaning. */
export interface Segment {
  readonly name: SegmentName
  /** Of the first byte, in the envelope. */
  readonly offset: number
  readonly bytes: Uint8Array
  /** How many more bytes there should be, where the token is cut short. */
  readonly missing: number
}

const EXPIRE_BYTES = 8
const LENGTH_BYTES = 2
const MODE_BYTES = 1
const TAG_BYTES = 16
const GCM = 1
const GCM_IV_BYTES = 12

/** Splits an envelope as far as it goes; what follows the mode byte is `extra`. */
export function segmentsOf(bytes: Uint8Array): readonly Segment[] {
  const segments: Segment[] = []
  let offset = 0
  // false once the token is cut short: nothing can be said of what follows
  const take = (name: SegmentName, length: number): boolean => {
    const part = bytes.subarray(offset, offset + length)
    segments.push({ name, offset, bytes: part, missing: length - part.length })
    offset += part.length
    return part.length === length
  }

  if (!take('expire', EXPIRE_BYTES) || !take('ivLength', LENGTH_BYTES)) return segments
  const ivLength = uint16(bytes, EXPIRE_BYTES)
  if (!take('iv', ivLength) || !take('ciphertextLength', LENGTH_BYTES)) return segments
  const length = uint16(bytes, offset - LENGTH_BYTES)
  const mode = bytes[offset + length]
  const hasTag = (mode === GCM || (mode === undefined && ivLength === GCM_IV_BYTES)) && length >= TAG_BYTES
  const ends = take('ciphertext', hasTag ? length - TAG_BYTES : length)
  if (!ends || (hasTag && !take('tag', TAG_BYTES))) return segments
  if (offset < bytes.length) take('mode', MODE_BYTES)
  if (offset < bytes.length) take('extra', bytes.length - offset)
  return segments
}

/** The expiry in clear, in Unix seconds. */
export function expireOf(segment: Segment): bigint {
  const { buffer, byteOffset } = segment.bytes
  return new DataView(buffer, byteOffset, EXPIRE_BYTES).getBigInt64(0)
}

/** An unsigned number of two bytes, big-endian. */
export function uint16(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0)
}
