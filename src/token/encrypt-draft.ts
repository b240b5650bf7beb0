import { encrypt } from '#backend'
import type { Backend } from '../crypto/backend.js'
import type { Draft } from './draft.js'
import { writeEnvelope } from './envelope.js'

/** The token of a draft: a promise of it only where the platform encrypts in one, since each wait costs a tenth of a token. */
export function encryptDraft({ material, mode, iv, plaintext, expire }: Draft): string | Promise<string> {
  const write = (ciphertext: readonly Uint8Array[]) => writeEnvelope(expire, mode, iv, ciphertext)
  const ciphertext = encrypt(material, mode, iv, plaintext) as ReturnType<Backend['encrypt']>
  return ciphertext instanceof Promise ? ciphertext.then(write) : write(ciphertext)
}
