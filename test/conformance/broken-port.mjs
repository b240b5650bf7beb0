/**
 * Ports with one planted bug each, made from the sound Node.js port: `node broken-port.mjs BUG` serves one.
 * `flags` are those that the conformance runner has to name for it, `does` says what the bug does, `timeoutMs` is for one that hangs.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { serve, Token04Error, token04 } from '../../vectors/ports/node/token04.mjs'

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const refuse = (code, claim) => {
  throw new Token04Error(code, 'refused without need', claim)
}
const second = () => Math.floor(Date.now() / 1000)
const isText = (value) => typeof value === 'string'
const bytesOf = (text) => Buffer.byteLength(text)
const cutAtNul = (text) => text.split('\0')[0]
const asLatin1 = (text) => Buffer.from(text, 'latin1')
const asCesu8 = (text) => Buffer.concat(text.split('').map((unit) => (isSurrogate(unit) ? cesu8(unit) : Buffer.from(unit))))
const isSurrogate = (unit) => unit >= '\ud800' && unit <= '\udfff'
const cesu8 = (unit) => Buffer.of(0xed, 0x80 | ((unit.charCodeAt(0) >> 6) & 0x3f), 0x80 | (unit.charCodeAt(0) & 0x3f))
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
const encryptedBy = (cipher, plaintext) => Buffer.concat([cipher.update(plaintext), cipher.final()])
const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc(32)]).subarray(0, 32)
const withText = (change) => ({ writeClaims: (claims) => change(token04.writeClaims(claims)) })
const withClaims = (change) => ({ writeClaims: (claims) => token04.writeClaims({ ...claims, ...change(claims) }) })

export const BUGS = {
  // --- IV and nonce ----------------------------------------------------------------------------------------------

  'iv-from-the-second': {
    does: 'seeds the IV from the second, so all tokens of one second share it',
    flags: ['IvRepeated'],
    port: { makeIv: (size) => Buffer.alloc(size, String(second())) }
  },
  'iv-constant': {
    does: 'uses an IV of zeros for every token',
    flags: ['IvRepeated'],
    port: { makeIv: (size) => Buffer.alloc(size) }
  },
  'iv-of-letters-and-digits': {
    does: 'draws the IV from letters and digits, which halves its entropy',
    flags: ['IvAlphabet'],
    port: { makeIv: (size) => Buffer.from([...randomBytes(size)].map((byte) => LETTERS_AND_DIGITS.charCodeAt(byte % 62))) }
  },
  'iv-half-random': {
    does: 'draws 64 bits for the IV and leaves the rest zero',
    flags: ['IvAlphabet'],
    port: { makeIv: (size) => Buffer.concat([randomBytes(8), Buffer.alloc(size - 8)]) }
  },
  'nonce-constant': {
    does: 'writes the same nonce into every token',
    flags: ['NonceRepeated'],
    port: { makeNonce: () => 123456 }
  },
  'nonce-from-the-second': {
    does: 'seeds the nonce from the second',
    flags: ['NonceRepeated'],
    port: { makeNonce: () => second() % 0x7fffffff }
  },
  'nonce-64-bit': {
    does: 'draws the nonce with 64 bits, more than the int32 that ZEGO reads',
    flags: ['Nonce64Bit'],
    port: { makeNonce: () => Number(randomBytes(8).readBigUInt64BE()) }
  },

  // --- Arguments -------------------------------------------------------------------------------------------------

  'app-id-any-number': {
    does: 'takes -1, 1.5 and 2^32 for an appId',
    flags: ['AppIdRange'],
    port: { isAppId: (appId) => typeof appId === 'number' }
  },
  'app-id-text': {
    does: 'takes "1" for an appId and writes it as text',
    flags: ['AppIdType'],
    port: { isAppId: (appId) => token04.isAppId(Number(appId)) }
  },
  'app-id-signed': {
    does: 'keeps the appId in a signed 32-bit integer, so large ones turn negative',
    flags: ['AppIdRange'],
    port: withClaims(({ app_id }) => ({ app_id: app_id | 0 }))
  },
  'user-id-empty': {
    does: 'takes an empty userId',
    flags: ['UserIdEmpty'],
    port: { isUserId: (userId) => userId === '' || token04.isUserId(userId) }
  },
  'user-id-in-characters': {
    does: 'counts the userId in characters, where the limit is in bytes',
    flags: ['UserIdLength'],
    port: {
      isUserId: (userId) => isText(userId) && (token04.isUserId(userId) || (bytesOf(userId) > 64 && userId.length <= 64))
    }
  },
  'user-id-unlimited': {
    does: 'takes a userId of any length',
    flags: ['UserIdLength'],
    port: { isUserId: (userId) => token04.isUserId(isText(userId) && userId.slice(0, 8)) }
  },
  'user-id-control-characters': {
    does: 'takes control characters in a userId',
    flags: ['UserIdControlCharacters'],
    port: { isUserId: (userId) => token04.isUserId(isText(userId) && userId.replace(/[\0-\x1f\x7f]/g, 'x')) }
  },
  'user-id-number': {
    does: 'takes a number for a userId and writes it as one',
    flags: ['UserIdType'],
    port: { isUserId: (userId) => typeof userId === 'number' || token04.isUserId(userId) }
  },
  'validity-text': {
    does: 'takes "3600" for a validity and concatenates it to ctime',
    flags: ['EffectiveTimeType'],
    port: { isEffectiveTime: (seconds) => token04.isEffectiveTime(Number(seconds)) }
  },
  'validity-negative': {
    does: 'takes a negative validity and makes a token that has expired',
    flags: ['EffectiveTimeRange'],
    port: { isEffectiveTime: (seconds) => token04.isEffectiveTime(Math.abs(seconds)) }
  },
  'validity-zero': {
    does: 'takes a validity of zero',
    flags: ['EffectiveTimeRange'],
    port: { isEffectiveTime: (seconds) => seconds === 0 || token04.isEffectiveTime(seconds) }
  },
  'validity-fraction': {
    does: 'takes a fraction of a second',
    flags: ['EffectiveTimeRange'],
    port: { isEffectiveTime: (seconds) => typeof seconds === 'number' && seconds > 0 && seconds <= 2073600 }
  },
  'validity-over-24-days': {
    does: 'takes a validity of more than 24 days',
    flags: ['EffectiveTimeRange'],
    port: { isEffectiveTime: (seconds) => token04.isEffectiveTime(seconds) || (seconds > 2073600 && seconds < 3000000) }
  },
  'validity-timestamp': {
    does: 'takes the moment of expiry for a validity and makes a token for half a century',
    flags: ['UnixTimestamp'],
    port: { isEffectiveTime: (seconds) => token04.isEffectiveTime(seconds) || Math.abs(seconds - 1.7e9) < 3e8 }
  },
  'validity-milliseconds': {
    does: 'takes 3600000 for a validity, an hour in milliseconds',
    flags: ['Milliseconds'],
    port: { isEffectiveTime: (seconds) => token04.isEffectiveTime(seconds) || token04.isEffectiveTime(seconds / 1000) }
  },
  'clock-milliseconds': {
    does: 'writes ctime and expire in milliseconds',
    flags: ['Milliseconds'],
    port: { currentTime: () => Date.now() }
  },
  'ctime-rounded-up': {
    does: 'rounds the clock up, so its tokens come from the future',
    flags: ['CtimeInFuture'],
    port: { currentTime: () => Math.ceil(Date.now() / 1000) }
  },
  'exit-on-bad-input': {
    does: 'ends the process when the appId is no number',
    flags: ['AppIdType'],
    port: { isAppId: (appId) => (typeof appId === 'number' ? token04.isAppId(appId) : process.exit(1)) }
  },

  // --- ServerSecret ----------------------------------------------------------------------------------------------

  'secret-in-characters': {
    does: 'counts the secret in characters, where the key is made of bytes',
    flags: ['SecretCharacters'],
    port: { isServerSecret: (secret) => isText(secret) && secret.length === 32 }
  },
  'secret-hex-decoded': {
    does: 'decodes the secret from hex, and the library silently takes the 16 bytes for a key of AES-128',
    flags: ['SecretHexDecoded'],
    port: {
      keyOf: (secret) => Buffer.from(secret, 'hex'),
      encryptCbc: (key, iv, plaintext) => encryptedBy(createCipheriv('aes-128-cbc', key, iv), plaintext),
      encryptGcm(key, iv, plaintext) {
        const cipher = createCipheriv('aes-128-gcm', key, iv)
        return Buffer.concat([encryptedBy(cipher, plaintext), cipher.getAuthTag()])
      }
    }
  },
  'secret-of-64-hex-digits': {
    does: 'takes the 64 hex digits of an AppSign for a secret',
    flags: ['AppSignAsSecret'],
    port: {
      isServerSecret: (secret) => /^[0-9a-f]{64}$/i.test(secret) || token04.isServerSecret(secret),
      keyOf: (secret) => (secret.length === 64 ? Buffer.from(secret, 'hex') : token04.keyOf(secret))
    }
  },
  'secret-cut': {
    does: 'uses the first 32 bytes of a longer secret',
    flags: ['SecretTruncated'],
    port: {
      isServerSecret: (secret) => isText(secret) && bytesOf(secret) >= 32,
      keyOf: (secret) => padded(Buffer.from(secret))
    }
  },
  'secret-filled-up': {
    does: 'fills up a shorter secret with zeros, even the text "undefined" of a variable that is not set',
    flags: ['SecretLength', 'SecretUndefined'],
    port: {
      isServerSecret: (secret) => isText(secret) && bytesOf(secret) <= 32,
      keyOf: (secret) => padded(Buffer.from(secret))
    }
  },
  'secret-of-any-type': {
    does: 'turns whatever it gets for a secret into text',
    flags: ['SecretType'],
    port: {
      isServerSecret: (secret) => !isText(secret) || token04.isServerSecret(secret),
      keyOf: (secret) => padded(Buffer.from(String(secret)))
    }
  },

  // --- Payload ---------------------------------------------------------------------------------------------------

  'payload-unchecked': {
    does: 'takes any text for a payload',
    flags: ['PayloadNotJson', 'PayloadShape'],
    port: { readPayload: () => null, checkRoomIdMatches() {} }
  },
  'payload-shape-unchecked': {
    does: 'takes any JSON for a payload',
    flags: ['PayloadShape'],
    port: { readPayload: (payload) => (payload === '' ? null : (token04.parsePayload(payload) ?? refuse('INVALID_PAYLOAD'))) }
  },
  'payload-object-taken': {
    does: 'takes an object for a payload and nests it in the plaintext',
    flags: ['PayloadObject'],
    port: {
      readPayload(payload) {
        return typeof payload === 'object' ? payload : token04.readPayload.call(this, payload)
      }
    }
  },
  'payload-nested': {
    does: 'writes the payload as an object, where ZEGO wants its JSON as a string',
    flags: ['PayloadObject'],
    port: withClaims(({ payload }) => ({ payload: token04.parsePayload(payload) ?? payload }))
  },
  'payload-nested-read': {
    does: 'reads a token whose payload is an object',
    flags: ['PayloadObject'],
    port: {
      payloadClaim(claims) {
        const { payload } = claims
        return payload !== null && typeof payload === 'object' ? JSON.stringify(payload) : token04.payloadClaim(claims)
      }
    }
  },
  'payload-trailing-commas': {
    does: 'parses a payload with a lenient JSON reader',
    flags: ['StrictJson'],
    port: { parsePayload: (text) => token04.parsePayload(text.replace(/,(?=\s*[}\]])/g, '')) }
  },
  'payload-unknown-fields': {
    does: 'takes unknown fields in a payload, so a misspelt stream_id_list passes',
    flags: ['UnknownField'],
    port: { isPayloadKey: () => true }
  },
  'room-id-in-characters': {
    does: 'counts the room_id in characters, where the limit is in bytes',
    flags: ['RoomIdLength'],
    port: { isRoomId: (roomId) => isText(roomId) && roomId.length >= 1 && roomId.length <= 128 }
  },
  'privilege-keys-unchecked': {
    does: 'takes privileges other than 1 and 2',
    flags: ['PrivilegeKey'],
    port: { isPrivilegeKey: () => true }
  },
  'privilege-values-unchecked': {
    does: 'takes true, "1" and 2 for a privilege',
    flags: ['PrivilegeValue'],
    port: { isPrivilegeValue: () => true }
  },
  'stream-id-in-utf-16': {
    does: 'counts stream ids in UTF-16 units, so an emoji is two characters',
    flags: ['StreamIdList'],
    port: { isStreamId: (streamId) => isText(streamId) && streamId.length >= 1 && streamId.length <= 256 }
  },
  'stream-list-empty-refused': {
    does: 'refuses an empty stream_id_list',
    flags: ['StreamIdList'],
    port: {
      readPayload(payload) {
        const value = token04.readPayload.call(this, payload)
        return value?.stream_id_list?.length === 0 ? refuse('INVALID_PAYLOAD') : value
      }
    }
  },

  // --- Writing the claims ----------------------------------------------------------------------------------------

  'key-order': {
    does: 'writes the claims in another order than the flavour it names',
    flags: ['KeyOrder'],
    port: { writeClaims: ({ payload, ...rest }) => JSON.stringify({ payload, ...rest }) }
  },
  'line-separators-escaped': {
    does: 'escapes U+2028 and U+2029, which its flavour writes raw',
    flags: ['EscapeFlavour'],
    port: withText((text) => text.replace(/[\u2028\u2029]/g, escaped))
  },
  'slashes-escaped': {
    does: 'escapes slashes, which its flavour writes raw',
    flags: ['EscapeFlavour'],
    port: withText((text) => text.replaceAll('/', '\\/'))
  },
  'non-ascii-escaped': {
    does: 'escapes all that is not ASCII, which its flavour writes raw',
    flags: ['NonAscii'],
    port: withText((text) => text.replace(/[^\0-\x7f]/g, escaped))
  },
  'latin-1': {
    does: 'encodes the plaintext in Latin-1',
    flags: ['NonAscii'],
    port: { encodeText: asLatin1 }
  },
  'cesu-8': {
    does: 'encodes the two halves of a surrogate pair one by one, which is no UTF-8',
    flags: ['Astral'],
    port: { encodeText: asCesu8 }
  },
  'json-by-hand': {
    does: 'puts the JSON together from strings and escapes nothing but quotes and backslashes',
    flags: ['ControlCharacters'],
    port: {
      writeClaims({ app_id, user_id, nonce, ctime, expire, payload }) {
        const quote = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`
        const numbers = `"nonce":${nonce},"ctime":${ctime},"expire":${expire}`
        return `{"app_id":${app_id},"user_id":${quote(user_id)},${numbers},"payload":${quote(payload)}}`
      }
    }
  },
  'user-id-written-to-the-nul': {
    does: 'ends the user_id at a NUL when it writes the claims',
    flags: ['NulTruncation'],
    port: withClaims(({ user_id }) => ({ user_id: cutAtNul(user_id) }))
  },
  'numbers-as-text': {
    does: 'writes app_id as a string',
    flags: ['StringNumber'],
    port: withClaims(({ app_id }) => ({ app_id: String(app_id) }))
  },
  'plaintext-logged': {
    does: 'prints the plaintext to stdout, among its answers',
    flags: ['BasicToken', 'PrivilegeToken'],
    port: {
      writeClaims(claims) {
        console.log(claims)
        return token04.writeClaims(claims)
      }
    }
  },

  // --- Writing the envelope --------------------------------------------------------------------------------------

  'padded-twice': {
    does: 'pads by hand and has the cipher pad once more',
    flags: ['DoublePadding'],
    port: { pad: (plaintext) => token04.pad(token04.pad(plaintext)) }
  },
  'full-block-not-padded': {
    does: 'leaves out the padding of a plaintext of whole blocks',
    flags: ['FullBlockPadding'],
    port: { pad: (plaintext) => (plaintext.length % 16 === 0 ? plaintext : token04.pad(plaintext)) }
  },
  'tag-in-front': {
    does: 'puts the GCM tag in front of the ciphertext, and looks for it there',
    flags: ['TagPosition'],
    port: {
      encryptGcm(key, iv, plaintext) {
        const sealed = token04.encryptGcm(key, iv, plaintext)
        return Buffer.concat([sealed.subarray(-16), sealed.subarray(0, -16)])
      },
      decryptGcm: (key, iv, sealed) => token04.decryptGcm(key, iv, Buffer.concat([sealed.subarray(16), sealed.subarray(0, 16)]))
    }
  },
  'mode-byte-missing': {
    does: 'leaves out the mode byte of a GCM token',
    flags: ['ModeByteMissing'],
    port: { writeMode: () => Buffer.alloc(0) }
  },
  'mode-byte-on-cbc': {
    does: 'writes a mode byte 0 behind CBC tokens',
    flags: ['ModeByte'],
    port: { writeMode: (mode) => Buffer.of(mode === 'gcm' ? 1 : 0) }
  },
  'mode-byte-always-gcm': {
    does: 'marks CBC tokens as GCM',
    flags: ['ModeByte'],
    port: { writeMode: () => Buffer.of(1) }
  },
  'length-wrapped': {
    does: 'wraps the length of a ciphertext past 65,535 bytes',
    flags: ['LengthWrapped', 'TokenTooLarge'],
    port: { checkCiphertextSize() {}, writeLength: (length) => token04.writeLength(length & 0xffff) }
  },
  'length-signed': {
    does: 'writes the length as a signed integer, and fails from 32,768 bytes on',
    flags: ['Limits'],
    port: {
      writeLength(length) {
        const field = Buffer.alloc(2)
        field.writeInt16BE(length)
        return field
      }
    }
  },
  'length-little-endian': {
    does: 'writes and reads the lengths in the wrong byte order',
    flags: ['ByteOrder'],
    port: { writeLength: (length) => token04.writeLength(length).reverse(), readLength: (field) => field.readUInt16LE() }
  },
  'expire-little-endian': {
    does: 'writes and reads the clear expire in the wrong byte order',
    flags: ['ByteOrder'],
    port: {
      writeExpire: (expire) => token04.writeExpire(expire).reverse(),
      readExpire: (field) => token04.readExpire(Buffer.from(field).reverse())
    }
  },
  'expire-32-bit': {
    does: 'keeps the clear expire in 32 bits, which end in 2038',
    flags: ['ExpireRange'],
    port: { writeExpire: (expire) => token04.writeExpire(expire | 0) }
  },
  'base64url-written': {
    does: 'writes base64url',
    flags: ['Base64Url'],
    port: { encodeBase64: (bytes) => bytes.toString('base64url') }
  },
  'base64-lines-written': {
    does: 'breaks the base64 into lines of 76 characters',
    flags: ['Base64LineBreaks'],
    port: { encodeBase64: (bytes) => token04.encodeBase64(bytes).replace(/.{76}(?=.)/g, '$&\n') }
  },

  // --- Reading the envelope --------------------------------------------------------------------------------------

  'base64url-read': {
    does: 'reads base64url',
    flags: ['Base64Url'],
    port: { decodeBase64: (text) => token04.decodeBase64(text.replaceAll('-', '+').replaceAll('_', '/')) }
  },
  'base64-lines-read': {
    does: 'skips white space in base64',
    flags: ['Base64LineBreaks'],
    port: { decodeBase64: (text) => token04.decodeBase64(text.replace(/\s/g, '')) }
  },
  'base64-stray-bits-read': {
    does: 'ignores missing padding and stray bits in base64',
    flags: ['Base64Canonical'],
    port: {
      decodeBase64: (text) => (/^[A-Za-z0-9+/]+=*$/.test(text) ? Buffer.from(text, 'base64') : token04.decodeBase64(text))
    }
  },
  'token-trimmed': {
    does: 'strips quotes, white space and "Bearer " from a token',
    flags: ['SurroundingCharacters'],
    port: {
      readEnvelope(token) {
        return token04.readEnvelope.call(this, isText(token) ? token.replace(/^[\s"']*(Bearer )?|[\s"']+$/g, '') : token)
      }
    }
  },
  'kit-token-read': {
    does: 'reads the token in front of the # of a Kit Token',
    flags: ['KitToken'],
    port: {
      readEnvelope(token) {
        return token04.readEnvelope.call(this, isText(token) ? token.split('#')[0] : token)
      }
    }
  },
  'version-unchecked': {
    does: 'skips the two characters of the version unseen',
    flags: ['Version'],
    port: { checkVersion: (token) => token04.checkVersion(isText(token) && `04${token.slice(2)}`) }
  },
  'versions-all-malformed': {
    does: 'does not tell a token of another version from garbage',
    flags: ['Token03'],
    port: { checkVersion: (token) => token04.checkVersion(isText(token) && token.startsWith('04') ? token : '') }
  },
  'cut-short-read': {
    does: 'takes what is there of a field that is cut short',
    flags: ['Truncated'],
    port: { take: (bytes, offset, count) => bytes.subarray(offset, offset + count) }
  },
  'trailing-bytes-read': {
    does: 'ignores bytes behind the mode byte',
    flags: ['TrailingBytes'],
    port: { readMode: (rest) => token04.readMode(rest.subarray(0, 1)) }
  },
  'mode-byte-unknown-read': {
    does: 'takes an unknown mode byte for CBC',
    flags: ['ModeByte'],
    port: { readMode: (rest) => token04.readMode(rest[0] > 1 ? rest.subarray(1) : rest) }
  },
  'mode-byte-zero-refused': {
    does: 'refuses a CBC token with the mode byte 0',
    flags: ['ExplicitModeByte'],
    port: { readMode: (rest) => (rest[0] === 0 ? refuse('MALFORMED_TOKEN') : token04.readMode(rest)) }
  },
  'mode-guessed': {
    does: 'takes a token without mode byte for GCM when its IV has 12 bytes',
    flags: ['ModeByteMissing'],
    port: {
      decodeBase64(text) {
        const bytes = token04.decodeBase64(text)
        const guess = bytes.length > 24 && bytes.readUInt16BE(8) === 12 && bytes.length === 24 + bytes.readUInt16BE(22)
        return guess ? Buffer.concat([bytes, Buffer.of(1)]) : bytes
      }
    }
  },
  'modes-ignored': {
    does: 'reads CBC where only GCM is allowed',
    flags: ['ModeNotAllowed'],
    port: { checkModeAllowed() {} }
  },
  'iv-length-unchecked': {
    does: 'hands an IV of any length to the cipher',
    flags: ['IvLength'],
    port: { checkIvSize() {} }
  },
  'ciphertext-length-unchecked': {
    does: 'hands a ciphertext of any length to the cipher',
    flags: ['CiphertextLength'],
    port: { checkCiphertextShape() {} }
  },
  'hang-on-partial-block': {
    does: 'counts blocks until it meets the end exactly, which a partial block never does',
    flags: ['CiphertextLength'],
    timeoutMs: 1000,
    port: {
      checkCiphertextShape(size, mode) {
        if (mode === 'cbc') for (let at = 0; at !== size; ) at = at + 16
        token04.checkCiphertextShape(size, mode)
      }
    }
  },
  'clear-expire-unbounded': {
    does: 'takes a clear expire past 2^53 for a moment like any other',
    flags: ['ExpireRange'],
    port: { readExpire: (field) => Number(field.readBigInt64BE()) }
  },

  // --- Decrypting ------------------------------------------------------------------------------------------------

  'padding-unchecked': {
    does: 'cuts off as many bytes as the last one says, whatever they are',
    flags: ['BadPadding'],
    port: { unpad: (bytes) => bytes.subarray(0, Math.max(0, bytes.length - bytes.at(-1))) }
  },
  'padded-twice-read': {
    does: 'removes a second padding',
    flags: ['DoublePadding'],
    port: {
      unpad(bytes) {
        const once = token04.unpad(bytes)
        return once.length > 0 && once.length % 16 === 0 && once.at(-1) <= 16 ? token04.unpad(once) : once
      }
    }
  },
  'tag-unchecked': {
    does: 'decrypts GCM without looking at the tag',
    flags: ['Tampered'],
    port: { decryptGcm: (key, iv, sealed) => createDecipheriv('aes-256-gcm', key, iv).update(sealed.subarray(0, -16)) }
  },
  'tag-ignored-in-counter-mode': {
    does: 'decrypts GCM as the counter mode under it, as those do whose platform has no GCM',
    flags: ['Tampered'],
    port: {
      decryptGcm(key, iv, sealed) {
        const counter = Buffer.concat([iv, Buffer.of(0, 0, 0, 2)])
        return createCipheriv('aes-256-ctr', key, counter).update(sealed.subarray(0, -16))
      }
    }
  },
  'padding-oracle': {
    does: 'tells a bad CBC plaintext from a bad padding',
    flags: ['PlaintextNotJson'],
    port: {
      decryptClaims({ mode, iv, ciphertext }, serverSecret) {
        return this.readClaims(this.decrypt(mode, this.keyOf(serverSecret), iv, ciphertext))
      }
    }
  },
  'crash-on-empty-plaintext': {
    does: 'dies of an empty plaintext',
    flags: ['EmptyPlaintext'],
    port: { decodeText: (bytes) => (bytes.length === 0 ? process.exit(139) : token04.decodeText(bytes)) }
  },
  'crash-on-bad-utf-8': {
    does: 'dies of a plaintext that is not UTF-8',
    flags: ['NotUtf8'],
    port: {
      decodeText(bytes) {
        try {
          return token04.decodeText(bytes)
        } catch {
          process.exit(1)
        }
      }
    }
  },
  'bad-utf-8-read': {
    does: 'puts U+FFFD for whatever is not UTF-8',
    flags: ['NotUtf8'],
    port: { decodeText: (bytes) => new TextDecoder().decode(bytes) }
  },
  'bom-refused': {
    does: 'refuses a byte order mark in front of the claims',
    flags: ['Bom'],
    port: { decodeText: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  },

  // --- Reading the claims ----------------------------------------------------------------------------------------

  'whitespace-refused': {
    does: 'refuses white space around the claims',
    flags: ['Whitespace'],
    port: { parseClaims: (text) => (/^\s|\s$|^\{\s/.test(text) ? undefined : token04.parseClaims(text)) }
  },
  'first-duplicate-counts': {
    does: 'lets the first of two equal keys count',
    flags: ['DuplicateKeys'],
    port: {
      parseClaims(text) {
        const seen = new Set()
        const rename = (key) => (seen.size === seen.add(key).size ? `"again${key.slice(1)}` : key)
        return token04.parseClaims(text.replace(/(?<=[{,]\s*)"\w+"(?=\s*:)/g, rename))
      }
    }
  },
  'number-forms-refused': {
    does: 'refuses integers written as 1.0 or 1e0',
    flags: ['NumberForms'],
    port: { parseClaims: (text) => (/:\s*-?\d+(\.|e)/i.test(text) ? undefined : token04.parseClaims(text)) }
  },
  'unknown-claims-refused': {
    does: 'refuses claims that it does not know',
    flags: ['UnknownClaims'],
    port: {
      parseClaims(text) {
        const claims = token04.parseClaims(text)
        const known = ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload']
        return Object.keys(claims).every((name) => known.includes(name)) ? claims : undefined
      }
    }
  },
  'lenient-claims': {
    does: 'reads claims with trailing commas',
    flags: ['StrictJson'],
    port: { parseClaims: (text) => token04.parseClaims(text.replace(/,(?=\s*[}\]])/g, '')) }
  },
  'string-numbers-read': {
    does: 'takes "1" for the number 1',
    flags: ['StringNumber'],
    port: {
      integerClaim: (claims, name, min, max) => {
        const value = isText(claims[name]) && claims[name] !== '' ? Number(claims[name]) : claims[name]
        return token04.integerClaim({ [name]: value }, name, min, max)
      }
    }
  },
  'nonce-64-bit-read': {
    does: 'reads a nonce past the int32',
    flags: ['Nonce64Bit'],
    port: {
      integerClaim: (claims, name, min, max) =>
        name === 'nonce'
          ? token04.integerClaim(claims, name, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
          : token04.integerClaim(claims, name, min, max)
    }
  },
  'nonce-negative-refused': {
    does: 'refuses a negative nonce, which some official writers draw',
    flags: ['NonceEnds'],
    port: {
      integerClaim: (claims, name, min, max) => token04.integerClaim(claims, name, name === 'nonce' ? 0 : min, max)
    }
  },
  'claim-types-unchecked': {
    does: 'turns a user_id of any type into text',
    flags: ['ClaimType'],
    port: { stringClaim: (claims, name) => (name in claims ? String(claims[name]) : token04.stringClaim(claims, name)) }
  },
  'claim-missing-read': {
    does: 'puts 0 for a number that is missing',
    flags: ['ClaimMissing'],
    port: {
      integerClaim: (claims, name, min, max) => token04.integerClaim({ [name]: 0, ...claims }, name, min, max)
    }
  },
  'payload-null-refused': {
    does: 'refuses a payload of null, as some writers put it',
    flags: ['PayloadNull'],
    port: {
      payloadClaim(claims) {
        return claims.payload === null ? refuse('INVALID_CLAIMS', 'payload') : token04.payloadClaim(claims)
      }
    }
  },
  'payload-missing-refused': {
    does: 'refuses claims without a payload, as some writers make them',
    flags: ['PayloadNull'],
    port: {
      payloadClaim(claims) {
        return 'payload' in claims ? token04.payloadClaim(claims) : refuse('INVALID_CLAIMS', 'payload')
      }
    }
  },
  'user-id-read-to-the-nul': {
    does: 'ends the user_id at a NUL when it reads the claims',
    flags: ['NulTruncation'],
    port: { stringClaim: (claims, name) => cutAtNul(token04.stringClaim(claims, name)) }
  },
  'user-id-limited-when-read': {
    does: 'refuses to read a user_id that it would not write',
    flags: ['LongUserId'],
    port: {
      stringClaim(claims, name) {
        const text = token04.stringClaim(claims, name)
        return name === 'user_id' && bytesOf(text) > 64 ? refuse('INVALID_CLAIMS', name) : text
      }
    }
  },

  // --- Checking the claims ---------------------------------------------------------------------------------------

  'clear-expire-not-compared': {
    does: 'does not compare the expire in clear with the one inside',
    flags: ['ExpireMismatch'],
    port: { checkExpireMatches() {} }
  },
  'expiry-off-by-one': {
    does: 'takes a token in the very second of its expiry',
    flags: ['Expired'],
    port: { checkNotExpired: (expire, now, tolerance) => token04.checkNotExpired(expire + 1, now, tolerance) }
  },
  'expiry-unchecked': {
    does: 'never looks at the expiry',
    flags: ['Expired'],
    port: { checkNotExpired() {} }
  },
  'future-ctime-read': {
    does: 'takes a token that was made in the future',
    flags: ['CtimeInFuture'],
    port: { checkNotInFuture() {} }
  },
  'tolerance-ignored': {
    does: 'ignores the tolerance for clocks that differ',
    flags: ['ClockTolerance'],
    port: {
      checkNotExpired: (expire, now) => token04.checkNotExpired(expire, now, 0),
      checkNotInFuture: (ctime, now) => token04.checkNotInFuture(ctime, now, 0)
    }
  },
  'tolerance-on-expiry-only': {
    does: 'grants the tolerance to the expiry, but not to ctime',
    flags: ['ClockTolerance'],
    port: { checkNotInFuture: (ctime, now) => token04.checkNotInFuture(ctime, now, 0) }
  },
  'app-id-not-compared': {
    does: 'takes a token of another app',
    flags: ['AppIdMismatch'],
    port: { checkAppIdMatches() {} }
  },
  'user-id-not-compared': {
    does: 'takes a token of another user',
    flags: ['UserIdMismatch'],
    port: { checkUserIdMatches() {} }
  },
  'user-id-compared-without-case': {
    does: 'takes a token of Demo for one of demo',
    flags: ['UserIdMismatch'],
    port: {
      checkUserIdMatches: (actual, expected) => token04.checkUserIdMatches(actual.toLowerCase(), expected?.toLowerCase())
    }
  },
  'user-id-compared-normalized': {
    does: 'takes a composed and a decomposed é for the same user id',
    flags: ['UserIdMismatch'],
    port: { checkUserIdMatches: (actual, expected) => token04.checkUserIdMatches(actual.normalize(), expected?.normalize()) }
  },
  'room-not-compared': {
    does: 'takes a token for another room',
    flags: ['RoomIdMismatch'],
    port: { checkRoomIdMatches() {} }
  },
  'room-of-basic-token': {
    does: 'takes a token without payload for a token of any room',
    flags: ['RoomIdMismatch'],
    port: { checkRoomIdMatches: (privileges, expected) => privileges && token04.checkRoomIdMatches(privileges, expected) }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bug = BUGS[process.argv[2]]
  if (!bug) throw new Error(`no such bug; there are ${Object.keys(BUGS).join(', ')}`)
  await serve({ ...token04, ...bug.port })
}
