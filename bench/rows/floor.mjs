// The floor: the least work that makes the same bytes, and the least that reads them. Nothing is checked, the key is ready, IV, nonce
// and time are fixed.
import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import { APP_ID, SECONDS, SECRET, USER_ID } from '../subject.mjs'

const key = createSecretKey(Buffer.from(SECRET))
const CTIME = 1_795_492_000
const EXPIRE = CTIME + SECONDS
const TAG_BYTES = 16

/** Makes a token as `generateToken04` does. */
export function floorOfGenerate(mode, payload) {
  const iv = ivOf(mode)
  return mode === 'gcm' ? () => generateGcm(iv, payload) : () => generateCbc(iv, payload)
}

/** Reads a token as `verifyToken04` does. */
export function floorOfVerify(mode, token) {
  return mode === 'gcm' ? () => verifyGcm(token) : () => verifyCbc(token)
}

/** The claims of the floor. */
export function claimsOf(payload) {
  return {
    app_id: APP_ID,
    user_id: USER_ID,
    nonce: 1_234_567_890,
    ctime: CTIME,
    expire: EXPIRE,
    payload: payload === undefined ? '' : JSON.stringify(payload)
  }
}

/** The IV of the floor. */
export function ivOf(mode) {
  return Buffer.alloc(mode === 'gcm' ? 12 : 16, 7)
}

function generateGcm(iv, payload) {
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const ciphertext = cipher.update(JSON.stringify(claimsOf(payload)), 'utf8')
  cipher.final()
  const bytes = header(iv, ciphertext.length + TAG_BYTES, 1)
  bytes.set(ciphertext, 24)
  bytes.set(cipher.getAuthTag(), 24 + ciphertext.length)
  bytes[bytes.length - 1] = 1
  return `04${bytes.toString('base64')}`
}

function generateCbc(iv, payload) {
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const ciphertext = cipher.update(JSON.stringify(claimsOf(payload)), 'utf8')
  const end = cipher.final()
  const bytes = header(iv, ciphertext.length + end.length, 0)
  bytes.set(ciphertext, 28)
  bytes.set(end, 28 + ciphertext.length)
  return `04${bytes.toString('base64')}`
}

function header(iv, length, modeBytes) {
  const bytes = Buffer.allocUnsafe(12 + iv.length + length + modeBytes)
  bytes.writeUInt32BE(0, 0)
  bytes.writeUInt32BE(EXPIRE, 4)
  bytes.writeUInt16BE(iv.length, 8)
  bytes.set(iv, 10)
  bytes.writeUInt16BE(length, 10 + iv.length)
  return bytes
}

function verifyGcm(token) {
  const bytes = Buffer.from(token.slice(2), 'base64')
  const tagOffset = bytes.length - 1 - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(10, 22))
  decipher.setAuthTag(bytes.subarray(tagOffset, tagOffset + TAG_BYTES))
  const plaintext = decipher.update(bytes.subarray(24, tagOffset))
  decipher.final()
  return parse(plaintext)
}

function verifyCbc(token) {
  const bytes = Buffer.from(token.slice(2), 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(10, 26))
  return parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]))
}

function parse(plaintext) {
  const claims = JSON.parse(plaintext.toString())
  return { claims, payload: claims.payload === '' ? null : JSON.parse(claims.payload) }
}
