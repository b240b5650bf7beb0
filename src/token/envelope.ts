import { allocate, fromBase64, toBase64 } from '#base64'
import { BLOCK_BYTES, type Bytes, IV_BYTES, TAG_BYTES } from '../crypto/backend.js'
import { Token04Error } from '../errors.js'
import type { Mode } from '../types.js'
import { MAX_TOKEN_CHARACTERS } from '../validation/compiled.js'

/** The parts of a token that can be read without the secret. The bytes are views into one buffer. */
export interface Envelope {
  readonly expire: number
  readonly mode: Mode
  readonly iv: Bytes
  readonly ciphertext: Bytes
}

const VERSION = '04'

const IV_LENGTH_OFFSET = 8
const IV_OFFSET = 10
const LENGTH_BYTES = 2
const MODE_BYTES = 1

const MODE_BYTE = { cbc: 0, gcm: 1 } as const

/** expire (int64), IV length (uint16), IV, ciphertext length (uint16), ciphertext, mode byte: all big-endian. */
export const ENVELOPE = {
  ivLengthOffset: IV_LENGTH_OFFSET,
  ivOffset: IV_OFFSET,
  lengthBytes: LENGTH_BYTES,
  modeByte: MODE_BYTE
} as const

/** Writes a token. A CBC token has no mode byte, as every reader understands it. */
export function writeEnvelope(expire: number, mode: Mode, iv: Uint8Array, ciphertext: readonly Uint8Array[]): string {
  let length = 0
  for (const part of ciphertext) length += part.length
  const lengthOffset = IV_OFFSET + iv.length
  const bytes = allocate(lengthOffset + LENGTH_BYTES + length + (mode === 'gcm' ? MODE_BYTES : 0))
  writeInt64(bytes, expire)
  writeUint16(bytes, IV_LENGTH_OFFSET, iv.length)
  bytes.set(iv, IV_OFFSET)
  writeUint16(bytes, lengthOffset, length)
  let offset = lengthOffset + LENGTH_BYTES
  for (const part of ciphertext) {
    bytes.set(part, offset)
    offset += part.length
  }
  if (mode === 'gcm') bytes[offset] = MODE_BYTE.gcm
  return VERSION + toBase64(bytes)
}

/** Reads a token as far as it is in clear. Throws `MALFORMED_TOKEN` or `UNSUPPORTED_VERSION`. */
export function readEnvelope(token: unknown): Envelope {
  const bytes = tokenBytes(token)
  if (bytes.length < IV_OFFSET) throw malformed(CUT_SHORT)
  const expire = readInt64(bytes)
  if (!Number.isSafeInteger(expire)) throw malformed('its expiry is out of range')

  const lengthOffset = IV_OFFSET + readUint16(bytes, IV_LENGTH_OFFSET)
  const ciphertextOffset = lengthOffset + LENGTH_BYTES
  if (bytes.length < ciphertextOffset) throw malformed(CUT_SHORT)
  const end = ciphertextOffset + readUint16(bytes, lengthOffset)
  if (bytes.length < end) throw malformed(CUT_SHORT)
  if (bytes.length > end + MODE_BYTES) throw malformed(`${bytes.length - end - MODE_BYTES} bytes follow the mode byte`)

  const mode = readMode(bytes[end])
  const iv = bytes.subarray(IV_OFFSET, lengthOffset)
  const ciphertext = bytes.subarray(ciphertextOffset, end)
  if (iv.length !== IV_BYTES[mode]) {
    throw malformed(`its IV has ${iv.length} bytes; ${mode.toUpperCase()} has ${IV_BYTES[mode]}`)
  }
  if (mode === 'gcm' ? ciphertext.length < TAG_BYTES : ciphertext.length === 0 || ciphertext.length % BLOCK_BYTES !== 0) {
    throw malformed(`a ciphertext of ${ciphertext.length} bytes is impossible with ${mode.toUpperCase()}`)
  }
  return { expire, mode, iv, ciphertext }
}

function tokenBytes(token: unknown): Bytes {
  if (typeof token !== 'string') throw malformed(`it must be a string; found ${typeof token}`)
  if (token.length > MAX_TOKEN_CHARACTERS) throw malformed(`it has more than ${MAX_TOKEN_CHARACTERS} characters`)
  if (!token.startsWith(VERSION)) {
    if (/^\d\d/.test(token)) {
      throw new Token04Error('UNSUPPORTED_VERSION', `The token has version "${token.slice(0, 2)}"; expected "${VERSION}".`)
    }
    throw malformed(`it does not begin with "${VERSION}"`)
  }
  const bytes = fromBase64(token.slice(VERSION.length))
  if (bytes === undefined) throw malformed(`what follows "${VERSION}" is not base64 (RFC 4648 section 4)`)
  return bytes
}

function readMode(byte: number | undefined): Mode {
  if (byte === undefined || byte === MODE_BYTE.cbc) return 'cbc'
  if (byte === MODE_BYTE.gcm) return 'gcm'
  throw malformed(`its mode byte is ${byte}; expected 0 (CBC) or 1 (GCM)`)
}

const CUT_SHORT = 'it is cut short, or a length in it is wrong'

function malformed(reason: string): Token04Error {
  return new Token04Error('MALFORMED_TOKEN', `The token is malformed: ${reason}.`)
}

const TWO_TO_32 = 2 ** 32

function writeInt64(bytes: Uint8Array, value: number): void {
  writeUint32(bytes, 0, Math.floor(value / TWO_TO_32))
  writeUint32(bytes, 4, value)
}

/** A signed int64 at the start; inexact beyond what a double holds. */
export function readInt64(bytes: Uint8Array): number {
  return (readUint32(bytes, 0) | 0) * TWO_TO_32 + readUint32(bytes, 4)
}

// ToInt32 keeps the low 32 bits of any safe integer, negative ones in two's complement
function writeUint32(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value >>> 24
  bytes[offset + 1] = value >>> 16
  bytes[offset + 2] = value >>> 8
  bytes[offset + 3] = value
}

export function readUint32(bytes: Uint8Array, offset: number): number {
  return readUint16(bytes, offset) * 0x10000 + readUint16(bytes, offset + 2)
}

function writeUint16(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value >>> 8
  bytes[offset + 1] = value
}

export function readUint16(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] as number) << 8) | (bytes[offset + 1] as number)
}
