import { IV_BYTES, TAG_BYTES } from '../../src/crypto/backend.js'
import { ENVELOPE } from '../../src/token/envelope.js'
import type { Mode } from '../../src/types.js'

/** A field of the envelope. */
export type Field = 'expire' | 'ivLength' | 'iv' | 'length' | 'ciphertext' | 'tag' | 'mode'

/** Where a field stands, in bytes. *m* is the length of the ciphertext, with its tag. */
export interface Segment {
  readonly field: Field
  readonly offset: (m: number) => number
  readonly bytes: (m: number) => number
}

/** The fields of an envelope, in their order, from the constants with which tokens are written. */
export function segmentsOf(mode: Mode): Segment[] {
  const lengthOffset = ENVELOPE.ivOffset + IV_BYTES[mode]
  const start = lengthOffset + ENVELOPE.lengthBytes
  const tag = mode === 'gcm' ? TAG_BYTES : 0
  const segments: Segment[] = [
    { field: 'expire', offset: () => 0, bytes: () => ENVELOPE.ivLengthOffset },
    { field: 'ivLength', offset: () => ENVELOPE.ivLengthOffset, bytes: () => ENVELOPE.lengthBytes },
    { field: 'iv', offset: () => ENVELOPE.ivOffset, bytes: () => IV_BYTES[mode] },
    { field: 'length', offset: () => lengthOffset, bytes: () => ENVELOPE.lengthBytes },
    { field: 'ciphertext', offset: () => start, bytes: (m) => m - tag }
  ]
  if (mode === 'gcm') {
    segments.push({ field: 'tag', offset: (m) => start + m - tag, bytes: () => tag })
    segments.push({ field: 'mode', offset: (m) => start + m, bytes: () => 1 })
  }
  return segments
}

/** A number of bytes as a formula of *m*: `24`, `m`, `8 + m`, `m − 16`. */
export function formula(value: (m: number) => number): string {
  const constant = value(0)
  if (value(1) === constant) return String(constant)
  if (constant === 0) return 'm'
  return constant > 0 ? `${constant} + m` : `m − ${-constant}`
}
