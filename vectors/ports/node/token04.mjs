/**
 * token04 in plain JavaScript: JSON.stringify and node:crypto, nothing else. The format is in ../../SPEC.md.
 *
 * Every concern is one small member, so the object reads as a list of the decisions a token04 library has to take,
 * and a copy of it can replace exactly one of them.
 */
import { createCipheriv, createDecipheriv, randomBytes, randomInt } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// --- Constants and errors ----------------------------------------------------------------------------------------

const VERSION = '04'
const BLOCK_BYTES = 16
const TAG_BYTES = 16
const MAX_EFFECTIVE_TIME = 24 * 24 * 3600 // 24 days
const MAX_UINT16 = 0xffff
const MAX_UINT32 = 0xffffffff
const MAX_INT32 = 0x7fffffff
const MAX_SAFE = Number.MAX_SAFE_INTEGER
const MAX_TOKEN_CHARACTERS = 87422 // "04" and the base64 of the largest envelope
const IV_BYTES = { cbc: 16, gcm: 12 }
const PAYLOAD_KEYS = ['room_id', 'privilege', 'stream_id_list']

export class Token04Error extends Error {
  constructor(code, message, claim) {
    super(message)
    this.code = code
    this.claim = claim
  }
}

function requireThat(holds, code, message, claim) {
  if (!holds) throw new Token04Error(code, message, claim)
}

const decryptionFailed = () => new Token04Error('DECRYPTION_FAILED', 'the token cannot be decrypted')

const isString = (value) => typeof value === 'string'
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isIntegerWithin = (value, min, max) => Number.isInteger(value) && value >= min && value <= max
const hasBytes = (value, min, max) => isString(value) && isIntegerWithin(Buffer.byteLength(value), min, max)

export const token04 = {
  // --- Arguments -------------------------------------------------------------------------------------------------

  isAppId: (appId) => isIntegerWithin(appId, 1, MAX_UINT32),
  isUserId: (userId) => hasBytes(userId, 1, 64) && !/[\u0000-\u001f\u007f]/.test(userId),

  isServerSecret(serverSecret) {
    // A lone surrogate has no UTF-8 form; Buffer.from would put U+FFFD in its place without a word.
    return hasBytes(serverSecret, 32, 32) && !/\p{Surrogate}/u.test(serverSecret)
  },

  isEffectiveTime: (seconds) => isIntegerWithin(seconds, 1, MAX_EFFECTIVE_TIME),

  checkServerSecret(serverSecret) {
    requireThat(this.isServerSecret(serverSecret), 'INVALID_SERVER_SECRET', 'serverSecret must be a string of 32 bytes')
  },

  checkMode: (mode) => requireThat(mode === 'cbc' || mode === 'gcm', 'INVALID_OPTION', 'mode must be "cbc" or "gcm"'),

  // --- Payload ---------------------------------------------------------------------------------------------------

  /** What a privilege payload says, or null for the empty payload of a basic token. */
  readPayload(payload) {
    if (payload === '') return null
    const check = (holds, fault) => requireThat(holds, 'INVALID_PAYLOAD', `payload ${fault}`)
    const value = isString(payload) ? this.parsePayload(payload) : undefined
    check(isObject(value), 'must be empty or the text of a JSON object')
    check(Object.keys(value).every(this.isPayloadKey), 'has an unknown key')
    check(this.isRoomId(value.room_id), 'needs a room_id, a string of 1 to 128 bytes')
    const { privilege, stream_id_list: streamIds = null } = value
    check(isObject(privilege) && Object.keys(privilege).length > 0, 'needs a privilege, an object that is not empty')
    check(Object.keys(privilege).every(this.isPrivilegeKey), 'has a privilege other than 1 (login) and 2 (publish)')
    check(Object.values(privilege).every(this.isPrivilegeValue), 'has a privilege that is not the number 0 or 1')
    if (streamIds === null) return value // streams are not restricted
    check(Array.isArray(streamIds), 'has a stream_id_list that is neither null nor an array')
    check(streamIds.every(this.isStreamId), 'has a stream id that is no string of 1 to 256 characters')
    return value
  },

  parsePayload(text) {
    try {
      return JSON.parse(text) // strict: no comments, no trailing commas, no BOM
    } catch {}
  },

  isPayloadKey: (key) => PAYLOAD_KEYS.includes(key),
  isRoomId: (roomId) => hasBytes(roomId, 1, 128),
  isPrivilegeKey: (key) => key === '1' || key === '2',
  isPrivilegeValue: (value) => value === 0 || value === 1,
  isStreamId: (streamId) => isString(streamId) && isIntegerWithin([...streamId].length, 1, 256), // code points, not UTF-16 units

  // --- Claims ----------------------------------------------------------------------------------------------------

  makeNonce: () => randomInt(MAX_INT32 + 1), // the upper end is exclusive
  currentTime: () => Math.floor(Date.now() / 1000), // seconds; rounding would date half of the tokens into the future

  makeClaims({ appId, userId, effectiveTimeInSeconds, payload }) {
    const ctime = this.currentTime()
    const expire = ctime + effectiveTimeInSeconds
    return { app_id: appId, user_id: userId, nonce: this.makeNonce(), ctime, expire, payload }
  },

  writeClaims: ({ app_id, user_id, nonce, ctime, expire, payload }) =>
    JSON.stringify({ app_id, user_id, nonce, ctime, expire, payload }),
  encodeText: (text) => Buffer.from(text, 'utf8'),
  decodeText: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes), // refuses bad UTF-8, skips a BOM
  parseClaims: (text) => JSON.parse(text),

  readClaims(plaintext) {
    let claims
    try {
      claims = this.parseClaims(this.decodeText(plaintext))
    } catch {}
    requireThat(isObject(claims), 'INVALID_CLAIMS', 'the plaintext is not a JSON object')
    return {
      app_id: this.integerClaim(claims, 'app_id', 0, MAX_UINT32),
      user_id: this.stringClaim(claims, 'user_id'),
      nonce: this.integerClaim(claims, 'nonce', -MAX_INT32 - 1, MAX_INT32),
      ctime: this.integerClaim(claims, 'ctime', -MAX_SAFE, MAX_SAFE),
      expire: this.integerClaim(claims, 'expire', -MAX_SAFE, MAX_SAFE),
      payload: this.payloadClaim(claims)
    }
  },

  integerClaim(claims, name, min, max) {
    requireThat(isIntegerWithin(claims[name], min, max), 'INVALID_CLAIMS', `${name} is missing or no integer in range`, name)
    return claims[name] + 0 // -0 becomes 0
  },

  stringClaim(claims, name) {
    requireThat(isString(claims[name]), 'INVALID_CLAIMS', `${name} is missing or no string`, name)
    return claims[name]
  },

  payloadClaim(claims) {
    return claims.payload === undefined || claims.payload === null ? '' : this.stringClaim(claims, 'payload')
  },

  // --- Encryption ------------------------------------------------------------------------------------------------

  keyOf: (serverSecret) => Buffer.from(serverSecret, 'utf8'), // the characters themselves are the key; it is not hex
  makeIv: (size) => randomBytes(size),

  pad(plaintext) {
    const count = BLOCK_BYTES - (plaintext.length % BLOCK_BYTES) // 1 to 16: a full block is padded with another one
    return Buffer.concat([plaintext, Buffer.alloc(count, count)])
  },

  unpad(padded) {
    const count = padded.at(-1)
    const valid = count >= 1 && count <= BLOCK_BYTES && padded.subarray(-count).every((byte) => byte === count)
    if (!valid) throw decryptionFailed()
    return padded.subarray(0, -count)
  },

  encryptCbc(key, iv, plaintext) {
    const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false) // pad() has done it
    return Buffer.concat([cipher.update(this.pad(plaintext)), cipher.final()])
  },

  decryptCbc(key, iv, ciphertext) {
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
    return this.unpad(Buffer.concat([decipher.update(ciphertext), decipher.final()]))
  },

  encryptGcm(key, iv, plaintext) {
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
  },

  decryptGcm(key, iv, ciphertext) {
    const decipher = createDecipheriv('aes-256-gcm', key, iv)
    decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES)) // never fewer bytes: Node.js would take 4 as well
    return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()])
  },

  decrypt(mode, key, iv, ciphertext) {
    try {
      return mode === 'gcm' ? this.decryptGcm(key, iv, ciphertext) : this.decryptCbc(key, iv, ciphertext)
    } catch {
      throw decryptionFailed()
    }
  },

  // --- Envelope --------------------------------------------------------------------------------------------------

  checkCiphertextSize: (size) => requireThat(size <= MAX_UINT16, 'TOKEN_TOO_LARGE', 'the ciphertext is over 65535 bytes'),

  writeExpire(expire) {
    const field = Buffer.alloc(8)
    field.writeBigInt64BE(BigInt(expire))
    return field
  },

  writeLength(length) {
    const field = Buffer.alloc(2)
    field.writeUInt16BE(length) // throws past 65535 where others wrap
    return field
  },

  writeMode: (mode) => (mode === 'gcm' ? Buffer.of(1) : Buffer.alloc(0)), // CBC, the original mode, goes without

  writeEnvelope({ expire, iv, ciphertext, mode }) {
    const lengthOf = (field) => this.writeLength(field.length)
    const fields = [this.writeExpire(expire), lengthOf(iv), iv, lengthOf(ciphertext), ciphertext, this.writeMode(mode)]
    return Buffer.concat(fields)
  },

  encodeBase64: (bytes) => bytes.toString('base64'),

  decodeBase64(text) {
    const bytes = Buffer.from(text, 'base64') // takes base64url, line breaks and stray bits too ...
    requireThat(bytes.toString('base64') === text, 'MALFORMED_TOKEN', 'not canonical base64') // ... so look back
    return bytes
  },

  checkVersion(token) {
    const isOther = isString(token) && /^[0-9]{2}/.test(token) && !token.startsWith(VERSION)
    requireThat(!isOther, 'UNSUPPORTED_VERSION', 'only version 04 is supported')
    requireThat(isString(token) && token.startsWith(VERSION), 'MALFORMED_TOKEN', 'a token starts with its version, 04')
  },

  readExpire(field) {
    const expire = Number(field.readBigInt64BE())
    requireThat(Number.isSafeInteger(expire), 'MALFORMED_TOKEN', 'the clear expire is out of range')
    return expire
  },

  readLength: (field) => field.readUInt16BE(),

  readMode(rest) {
    requireThat(rest.length <= 1, 'MALFORMED_TOKEN', 'bytes behind the mode byte')
    const [byte = 0] = rest
    requireThat(byte <= 1, 'MALFORMED_TOKEN', 'unknown mode byte')
    return byte === 1 ? 'gcm' : 'cbc'
  },

  take(bytes, offset, count) {
    requireThat(offset + count <= bytes.length, 'MALFORMED_TOKEN', 'the token is cut short')
    return bytes.subarray(offset, offset + count)
  },

  checkIvSize: (size, mode) => requireThat(size === IV_BYTES[mode], 'MALFORMED_TOKEN', 'wrong IV length for the mode'),

  checkCiphertextShape(size, mode) {
    const fits = mode === 'gcm' ? size >= TAG_BYTES : size > 0 && size % BLOCK_BYTES === 0
    requireThat(fits, 'MALFORMED_TOKEN', 'impossible ciphertext length for the mode')
  },

  readEnvelope(token) {
    this.checkVersion(token)
    requireThat(token.length <= MAX_TOKEN_CHARACTERS, 'MALFORMED_TOKEN', 'longer than any token can be')
    const bytes = this.decodeBase64(token.slice(VERSION.length))
    const expire = this.readExpire(this.take(bytes, 0, 8))
    const iv = this.take(bytes, 10, this.readLength(this.take(bytes, 8, 2)))
    const start = 12 + iv.length
    const ciphertext = this.take(bytes, start, this.readLength(this.take(bytes, start - 2, 2)))
    const mode = this.readMode(bytes.subarray(start + ciphertext.length))
    this.checkIvSize(iv.length, mode)
    this.checkCiphertextShape(ciphertext.length, mode)
    return { expire, iv, ciphertext, mode }
  },

  // --- Generate --------------------------------------------------------------------------------------------------

  generate({ appId, userId, serverSecret, effectiveTimeInSeconds, payload = '', mode = 'gcm' }) {
    requireThat(this.isAppId(appId), 'INVALID_APP_ID', 'appId must be an integer from 1 to 4294967295')
    requireThat(this.isUserId(userId), 'INVALID_USER_ID', 'userId must be 1 to 64 bytes without control characters')
    this.checkServerSecret(serverSecret)
    const fits = this.isEffectiveTime(effectiveTimeInSeconds)
    requireThat(fits, 'INVALID_EFFECTIVE_TIME', 'effectiveTimeInSeconds must be an integer from 1 to 2073600')
    this.checkMode(mode)
    this.readPayload(payload)
    const claims = this.makeClaims({ appId, userId, effectiveTimeInSeconds, payload })
    return this.seal(claims, serverSecret, mode, this.makeIv(IV_BYTES[mode]))
  },

  /** For test vectors only: a repeated IV gives plaintext away, and under GCM the key for forging too. */
  generateFixed({ claims, serverSecret, mode = 'gcm', iv }) {
    this.checkServerSecret(serverSecret)
    this.checkMode(mode)
    const fits = isString(iv) && /^[0-9a-f]*$/i.test(iv) && iv.length === 2 * IV_BYTES[mode]
    requireThat(fits, 'INVALID_OPTION', `iv must be ${IV_BYTES[mode]} bytes in hex`)
    return this.seal(claims, serverSecret, mode, Buffer.from(iv, 'hex'))
  },

  seal(claims, serverSecret, mode, iv) {
    const plaintext = this.encodeText(this.writeClaims(claims))
    const key = this.keyOf(serverSecret)
    const ciphertext = mode === 'gcm' ? this.encryptGcm(key, iv, plaintext) : this.encryptCbc(key, iv, plaintext)
    this.checkCiphertextSize(ciphertext.length)
    return VERSION + this.encodeBase64(this.writeEnvelope({ expire: claims.expire, iv, ciphertext, mode }))
  },

  // --- Read ------------------------------------------------------------------------------------------------------

  read({ token, serverSecret, now = this.currentTime(), appId, userId, roomId, modes, clockToleranceInSeconds = 0 }) {
    this.checkServerSecret(serverSecret)
    // Every comparison with NaN is false: a bad clock would let every token pass.
    const isClock = Number.isFinite(now) && Number.isFinite(clockToleranceInSeconds)
    requireThat(isClock, 'INVALID_OPTION', 'now and clockToleranceInSeconds must be numbers')
    const envelope = this.readEnvelope(token)
    this.checkModeAllowed(envelope.mode, modes)
    const claims = this.decryptClaims(envelope, serverSecret)
    this.checkExpireMatches(envelope.expire, claims.expire)
    this.checkNotExpired(claims.expire, now, clockToleranceInSeconds)
    this.checkNotInFuture(claims.ctime, now, clockToleranceInSeconds)
    this.checkAppIdMatches(claims.app_id, appId)
    this.checkUserIdMatches(claims.user_id, userId)
    this.checkRoomIdMatches(this.readPayload(claims.payload), roomId)
    return claims
  },

  checkModeAllowed(mode, modes) {
    const allowed = modes === undefined || (Array.isArray(modes) && modes.includes(mode))
    requireThat(allowed, 'MODE_NOT_ALLOWED', `the mode ${mode} is not allowed`)
  },

  decryptClaims({ mode, iv, ciphertext }, serverSecret) {
    const plaintext = this.decrypt(mode, this.keyOf(serverSecret), iv, ciphertext)
    try {
      return this.readClaims(plaintext)
    } catch (error) {
      // Without a tag, a wrong key can pass the padding by chance and give noise, not to be told from bad padding.
      throw mode === 'cbc' && error.claim === undefined ? decryptionFailed() : error
    }
  },

  checkExpireMatches: (clearExpire, expire) =>
    requireThat(clearExpire === expire, 'EXPIRE_MISMATCH', 'the clear expire differs from the encrypted one'),
  checkNotExpired: (expire, now, tolerance) => requireThat(now < expire + tolerance, 'EXPIRED', 'the token has expired'),
  checkNotInFuture: (ctime, now, tolerance) =>
    requireThat(ctime <= now + tolerance, 'NOT_YET_VALID', 'the token was created in the future'),
  checkAppIdMatches: (actual, expected) =>
    requireThat(expected === undefined || actual === expected, 'APP_ID_MISMATCH', 'the token is for another app'),
  checkUserIdMatches: (actual, expected) =>
    requireThat(expected === undefined || actual === expected, 'USER_ID_MISMATCH', 'the token is for another user'),

  checkRoomIdMatches(privileges, expected) {
    const matches = expected === undefined || privileges?.room_id === expected
    requireThat(matches, 'ROOM_ID_MISMATCH', 'the token is not for this room')
  }
}

// --- The protocol loop: JSON lines in, JSON lines out ------------------------------------------------------------

const START = {
  version: 1,
  implementation: { name: 'zego-token04 port (Node.js)', language: 'JavaScript', version: '1.0.0' },
  flavour: 'node',
  capabilities: ['generate', 'generate-fixed', 'read'],
  modes: ['cbc', 'gcm']
}

function run(port, { op, input }) {
  if (op === 'generate') return { token: port.generate(input) }
  if (op === 'generate-fixed') return { token: port.generateFixed(input) }
  if (op === 'read') return { claims: port.read(input) }
  return { skipped: 'unknown op' }
}

/** The answer to one line, or null for "stop". */
function answer(port, line) {
  let seq = null
  try {
    const request = JSON.parse(line)
    seq = request.seq ?? null
    if (request.cmd === 'start') return START
    if (request.cmd === 'stop') return null
    if (request.cmd !== 'run') throw new Error('unknown cmd')
    return { seq, ...run(port, request.case) }
  } catch (error) {
    const { code, claim } = error instanceof Token04Error ? error : { code: 'INTERNAL' }
    return { seq, error: { code, message: error.message, claim } }
  }
}

/** node:readline would also split at U+2028 and U+2029, which JSON strings may contain: split at "\n" alone. */
async function* lines(stream) {
  let rest = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop()
    yield* parts
  }
  yield rest
}

export async function serve(port) {
  for await (const line of lines(process.stdin)) {
    if (line.trim() === '') continue
    const reply = answer(port, line)
    if (reply === null) return
    process.stdout.write(`${JSON.stringify(reply)}\n`)
  }
}

const isMain = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (isMain) await serve(token04)
