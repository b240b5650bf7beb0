import { BLOCK_BYTES, type Bytes, TAG_BYTES } from '../crypto/backend.js'
import type { KeyMaterial } from '../crypto/server-secret.js'
import { utf8Length } from '../encoding/text-length.js'
import { Token04Error } from '../errors.js'
import type { Mode } from '../types.js'
import { MAX_CIPHERTEXT_BYTES } from '../validation/compiled.js'

/** A token that only lacks its encryption. */
export interface Draft {
  readonly expire: number
  readonly mode: Mode
  readonly iv: Bytes
  readonly plaintext: string
  readonly material: KeyMaterial
}

/** Throws `TOKEN_TOO_LARGE` where the ciphertext would not fit its length field, which would wrap. */
export function checkSize(plaintext: string, mode: Mode): void {
  // no UTF-16 code unit takes more than three bytes of UTF-8
  if (plaintext.length * 3 + BLOCK_BYTES <= MAX_CIPHERTEXT_BYTES) return
  const bytes = ciphertextLength(utf8Length(plaintext), mode)
  if (bytes > MAX_CIPHERTEXT_BYTES) {
    throw new Token04Error(
      'TOKEN_TOO_LARGE',
      `The ciphertext would have ${bytes} bytes; a token holds at most ${MAX_CIPHERTEXT_BYTES}. Shorten the payload, for example its stream_id_list.`
    )
  }
}

function ciphertextLength(plaintextBytes: number, mode: Mode): number {
  return mode === 'gcm' ? plaintextBytes + TAG_BYTES : plaintextBytes + BLOCK_BYTES - (plaintextBytes % BLOCK_BYTES)
}
