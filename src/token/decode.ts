import type { DecodedToken04 } from '../types.js'
import { readEnvelope } from './envelope.js'

/**
 * Reads what a token04 shows without the secret. Nothing of it is authenticated: anyone can edit the expiry in clear.
 *
 * @returns `expire` in Unix seconds; `iv` and `ciphertext` are copies.
 * @throws {@link Token04Error} `MALFORMED_TOKEN`, `UNSUPPORTED_VERSION`
 *
 * @example
 * ```ts
 * import { decodeToken04 } from 'zego-token04'
 *
 * const token =
 *   '04AAAAAGsFCNoADIelJ6Ck1c0xOAC2DQB0B2yjztCiIyJl4RRD7bdd82N0x9pWUttSOKgm1RyY8X/oa+nDYtE9+67b1PEJMV+Xgh7vV0CxWgqNL1mvptGfrC3XK7Hh1QL/mLVc7Cfqgr+ifSFO3icmEPe7zIyc4gsA2psupTZUOZJ0shmSZG8K+zKbK2gB'
 * const { expire, mode } = decodeToken04(token)
 * mode // => 'gcm'
 * new Date(expire * 1000).toISOString() // => '2026-11-24T03:47:38.000Z'
 * ```
 */
export function decodeToken04(token: string): DecodedToken04 {
  const { expire, mode, iv, ciphertext } = readEnvelope(token)
  return { version: '04', expire, mode, iv: new Uint8Array(iv), ciphertext: new Uint8Array(ciphertext) }
}
