import type { Mode } from '../types.js'
import type { KeyMaterial } from './server-secret.js'

/** Bytes that own their memory, as WebCrypto asks for. */
export type Bytes = Uint8Array<ArrayBuffer>

/** What the platform does: random bytes, encryption and decryption. Each module that `#backend` resolves to fits this. */
export interface Backend {
  /** Fills the array from the platform's CSPRNG. */
  randomFill(bytes: Bytes): void
  /** Encrypts the UTF-8 bytes of a text. The ciphertext comes in parts, to be joined once; for GCM the tag is the last. */
  encrypt(material: KeyMaterial, mode: Mode, iv: Bytes, plaintext: string): MaybePromise<readonly Uint8Array[]>
  /** The plaintext, or undefined where key, padding or tag are wrong. */
  decrypt(material: KeyMaterial, mode: Mode, iv: Bytes, ciphertext: Bytes): MaybePromise<Uint8Array | undefined>
}

type MaybePromise<T> = T | Promise<T>

/** Bytes of the IV (CBC) or nonce (GCM). */
export const IV_BYTES: Readonly<Record<Mode, number>> = { cbc: 16, gcm: 12 }

/** Block of AES, to which CBC pads. */
export const BLOCK_BYTES = 16

/** Bytes of the GCM tag. */
export const TAG_BYTES = 16
