import { TAG_BYTES } from '../crypto/backend.js'
import { ENVELOPE, readUint16 } from '../token/envelope.js'

export type PartName = 'expire' | 'ivLength' | 'iv' | 'ciphertextLength' | 'ciphertext' | 'tag' | 'mode' | 'rest'

/** A part of an envelope. It is cut short where it has fewer than `length` bytes. */
export interface Part {
  readonly name: PartName
  readonly offset: number
  readonly length: number
  readonly bytes: Uint8Array
}

/** The parts of an envelope, as far as it goes, whatever they hold. */
export function partsOf(bytes: Uint8Array): Part[] {
  const parts: Part[] = []
  let offset = 0
  /** False where the bytes are used up before the part is complete. */
  const take = (name: PartName, length: number): boolean => {
    const taken = bytes.subarray(offset, offset + length)
    parts.push({ name, offset, length, bytes: taken })
    offset += taken.length
    return taken.length === length
  }
  const { ivLengthOffset, ivOffset, lengthBytes, modeByte } = ENVELOPE
  if (!take('expire', ivLengthOffset) || !take('ivLength', ivOffset - ivLengthOffset)) return parts
  const lengthOffset = ivOffset + readUint16(bytes, ivLengthOffset)
  if (!take('iv', lengthOffset - ivOffset) || !take('ciphertextLength', lengthBytes)) return parts

  const length = readUint16(bytes, lengthOffset)
  const hasTag = length >= TAG_BYTES && bytes[offset + length] === modeByte.gcm
  if (!take('ciphertext', hasTag ? length - TAG_BYTES : length)) return parts
  if (hasTag) take('tag', TAG_BYTES)
  if (offset < bytes.length) take('mode', 1)
  if (offset < bytes.length) take('rest', bytes.length - offset)
  return parts
}
