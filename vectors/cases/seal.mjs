// Seals bytes as a token04, rightly or wrongly. Independent of the library, so that neither is tested with itself.
import { createCipheriv, createHash } from 'node:crypto'

/** The ServerSecret of ZEGO's published examples. */
export const SECRET = 'fa94dd0f974cf2e293728a526b028271'
export const NOW = 1_700_000_000
export const EXPIRE = NOW + 3600
export const MODES = ['gcm', 'cbc']
export const PAYLOAD = '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}'

export const IV_BYTES = { gcm: 12, cbc: 16 }
const MODE_BYTES = { gcm: [1], cbc: [] }

/** Claims of a basic token that is valid at NOW. */
export function claimsOf(patch = {}) {
  return { app_id: 1, user_id: 'demo', nonce: 1234567, ctime: NOW, expire: EXPIRE, payload: '', ...patch }
}

/** An IV that follows from a name: the same at each build, and another for each name. */
export function ivOf(name, mode) {
  return createHash('sha256').update(`iv of ${name} ${mode}`).digest().subarray(0, IV_BYTES[mode])
}

/** Ciphertext of these bytes; `padded` says that the caller has padded them to whole blocks. */
export function encrypt(plaintext, { mode, iv, key = SECRET, padded = false }) {
  const bytes = Buffer.from(key)
  const cipher = createCipheriv(`aes-${bytes.length * 8}-${mode}`, bytes, iv)
  if (padded) cipher.setAutoPadding(false)
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return mode === 'gcm' ? Buffer.concat([ciphertext, cipher.getAuthTag()]) : ciphertext
}

/** The bytes of a token. Each part can be given another value than the right one. */
export function envelope({
  expire = EXPIRE,
  iv,
  ivLength = iv.length,
  ciphertext,
  ciphertextLength = ciphertext.length,
  tail
}) {
  const bytes = Buffer.alloc(12 + iv.length)
  bytes.writeBigInt64BE(BigInt(expire))
  bytes.writeUInt16BE(ivLength & 0xffff, 8)
  iv.copy(bytes, 10)
  bytes.writeUInt16BE(ciphertextLength & 0xffff, 10 + iv.length)
  return Buffer.concat([bytes, ciphertext, Buffer.from(tail)])
}

/** The parts of a right token with this content: claims, text or bytes. */
export function parts(name, mode, content, options = {}) {
  const plaintext =
    typeof content === 'string' || Buffer.isBuffer(content) ? Buffer.from(content) : Buffer.from(JSON.stringify(content))
  const iv = ivOf(name, mode)
  const ciphertext = encrypt(plaintext, { mode, iv, ...options })
  const expire = options.expire ?? content.expire ?? EXPIRE
  return { expire, iv, ciphertext, tail: MODE_BYTES[mode] }
}

export const textOf = (bytes) => `04${bytes.toString('base64')}`
export const tokenOf = (tokenParts) => textOf(envelope(tokenParts))
export const sealed = (name, mode, content, options) => tokenOf(parts(name, mode, content, options))
export const claimsText = (patch) => JSON.stringify(claimsOf(patch))

/** The entries of both modes, with the mode behind their names. */
export function inBoth(entriesOf) {
  return MODES.flatMap((mode) => entriesOf(mode).map(([name, ...rest]) => [`${name}-${mode}`, ...rest]))
}
