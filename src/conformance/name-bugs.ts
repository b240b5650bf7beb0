import { createDecipheriv } from 'node:crypto'
import { parseJson } from '../token/claims.js'
import type { Mode } from '../types.js'

/**
 * Flags of the bugs that a wrong token shows by itself. Whoever pads twice fails every case: this tells why. It reads as leniently
 * as it can, and guesses nothing: no flag is given for what could be something else.
 */
export function nameBugs(token: string, serverSecret: string, mode: Mode): string[] {
  const bytes = Buffer.from(token.slice(2), 'base64')
  const parts = splitEnvelope(bytes)
  if (parts === undefined) return [...bugsOfText(token), ...(isLittleEndian(bytes) ? ['ByteOrder'] : [])]
  return [...bugsOfText(token), ...bugsOfEnvelope(parts, mode), ...bugsOfContent(parts, serverSecret, mode)]
}

interface Parts {
  readonly expire: Buffer
  readonly iv: Buffer
  readonly length: number
  /** The ciphertext and what follows it. */
  readonly rest: Buffer
}

function bugsOfText(token: string): string[] {
  if (!token.startsWith('04')) return ['Version']
  if (/\s/.test(token)) return ['Base64LineBreaks']
  if (/[-_]/.test(token)) return ['Base64Url']
  return token.length % 4 === 2 ? [] : ['Base64Canonical']
}

function splitEnvelope(bytes: Buffer): Parts | undefined {
  const ivEnd = IV_OFFSET + (bytes.length < IV_OFFSET ? 0 : bytes.readUInt16BE(8))
  if (bytes.length < ivEnd + 2) return undefined
  return {
    expire: bytes.subarray(0, 8),
    iv: bytes.subarray(IV_OFFSET, ivEnd),
    length: bytes.readUInt16BE(ivEnd),
    rest: bytes.subarray(ivEnd + 2)
  }
}

function isLittleEndian(bytes: Buffer): boolean {
  return bytes.length > IV_OFFSET && Object.values(IV_BYTES).includes(bytes.readUInt16LE(8))
}

function bugsOfEnvelope({ iv, length, rest }: Parts, mode: Mode): string[] {
  const bugs: string[] = []
  if (iv.length !== IV_BYTES[mode]) bugs.push('IvLength')
  const behind = rest.length - length
  if (behind >= 2 ** 16) bugs.push('LengthWrapped')
  else if (behind > 1) bugs.push('TrailingBytes')
  if (mode === 'gcm' && behind === 0) bugs.push('ModeByteMissing')
  if (mode === 'cbc' && behind === 1) bugs.push('ModeByte')
  return bugs
}

function bugsOfContent({ expire, iv, length, rest }: Parts, serverSecret: string, mode: Mode): string[] {
  const key = Buffer.from(serverSecret)
  const ciphertext = rest.subarray(0, length)
  const plaintext = decrypt(mode, key, iv, ciphertext)
  if (plaintext === undefined) {
    const tagLast = Buffer.concat([ciphertext.subarray(TAG_BYTES), ciphertext.subarray(0, TAG_BYTES)])
    if (readObject(decrypt(mode, Buffer.from(serverSecret, 'hex'), iv, ciphertext))) return ['SecretHexDecoded']
    return readObject(decrypt(mode, key, iv, tagLast)) ? ['TagPosition'] : []
  }
  if (plaintext.length === 0) return ['EmptyPlaintext']
  // padding of line feeds or tabs parses as JSON, too
  if (readObject(unpad(plaintext))) return ['DoublePadding']
  const claims = readObject(plaintext)
  return claims === undefined ? ['PlaintextNotJson'] : bugsOfClaims(claims, expire)
}

type Fields = Readonly<Record<string, unknown>>

function readObject(plaintext: Buffer | undefined): Fields | undefined {
  const value = plaintext && parseJson(plaintext.toString())
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined
}

function bugsOfClaims({ app_id, nonce, ctime, expire, payload }: Fields, clearExpire: Buffer): string[] {
  const bugs: string[] = []
  if ([app_id, nonce, ctime, expire].some((claim) => typeof claim === 'string')) bugs.push('StringNumber')
  if (typeof nonce === 'number' && (nonce > 2 ** 31 - 1 || nonce < -(2 ** 31))) bugs.push('Nonce64Bit')
  // the year 5138 in seconds
  if (typeof ctime === 'number' && ctime > 1e11) bugs.push('Milliseconds')
  if (typeof expire === 'number' && expire !== Number(clearExpire.readBigInt64BE())) {
    bugs.push(expire === Number(clearExpire.readBigInt64LE()) ? 'ByteOrder' : 'ExpireMismatch')
  }
  if (typeof payload === 'object' && payload !== null) bugs.push('PayloadObject')
  return bugs
}

const IV_OFFSET = 10
const IV_BYTES = { cbc: 16, gcm: 12 }
const TAG_BYTES = 16
const BLOCK_BYTES = 16

function decrypt(mode: Mode, key: Buffer, iv: Buffer, ciphertext: Buffer): Buffer | undefined {
  try {
    if (mode === 'cbc') {
      const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv)
      return Buffer.concat([decipher.update(ciphertext), decipher.final()])
    }
    const decipher = createDecipheriv(`aes-${key.length * 8}-gcm` as 'aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}

/** The plaintext without a padding of its own, where it has one. */
function unpad(bytes: Buffer): Buffer | undefined {
  const count = bytes.at(-1) as number
  const padding = bytes.subarray(-count)
  return count >= 1 && count <= BLOCK_BYTES && padding.every((byte) => byte === count) ? bytes.subarray(0, -count) : undefined
}
