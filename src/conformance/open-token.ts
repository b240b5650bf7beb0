import type { Bytes } from '../crypto/backend.js'
import { decrypt, encrypt } from '../crypto/node.js'
import { keyMaterial } from '../crypto/server-secret.js'
import { fromUtf8 } from '../encoding/utf8.js'
import { type Envelope, readEnvelope, writeEnvelope } from '../token/envelope.js'

/** What is inside a token, before anything is made of it. */
export interface OpenedToken {
  readonly envelope: Envelope
  readonly plaintext: string
}

/** Decrypts a token, or says in a sentence why that is impossible. */
export function openToken(token: string, serverSecret: string): OpenedToken | string {
  let envelope: Envelope
  try {
    envelope = readEnvelope(token)
  } catch (error) {
    return (error as Error).message
  }
  const bytes = decrypt(keyMaterial(serverSecret), envelope.mode, envelope.iv, envelope.ciphertext)
  if (bytes === undefined) return 'The token cannot be decrypted with this serverSecret.'
  const plaintext = fromUtf8(bytes)
  return plaintext === undefined ? 'The plaintext is not UTF-8.' : { envelope, plaintext }
}

/** The token of exactly this plaintext under exactly this IV. */
export function resealToken(
  plaintext: string,
  { serverSecret, mode, iv, expire }: { serverSecret: string; mode: Envelope['mode']; iv: string; expire: number }
): string {
  const bytes = Buffer.from(iv, 'hex') as Bytes
  return writeEnvelope(expire, mode, bytes, encrypt(keyMaterial(serverSecret), mode, bytes, plaintext))
}
