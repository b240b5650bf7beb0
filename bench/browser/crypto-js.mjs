// A CBC token by crypto-js, which has no GCM: the same claims, cipher and envelope, nothing checked, the key parsed once.
import CryptoJS from 'crypto-js'
import { APP_ID, SECONDS, SECRET, USER_ID } from '../subject.mjs'

const { AES, enc, lib } = CryptoJS
const key = enc.Utf8.parse(SECRET)

export function generateWithCryptoJs(payload) {
  const ctime = Math.floor(Date.now() / 1000)
  const expire = ctime + SECONDS
  const nonce = lib.WordArray.random(4).words[0] & 0x7fffffff
  const claims = { app_id: APP_ID, user_id: USER_ID, nonce, ctime, expire, payload: JSON.stringify(payload) }
  const iv = lib.WordArray.random(16)
  const { ciphertext } = AES.encrypt(JSON.stringify(claims), key, { iv })
  const bytes = lib.WordArray.create([0, expire])
  bytes.concat(uint16(16)).concat(iv).concat(uint16(ciphertext.sigBytes)).concat(ciphertext)
  return `04${enc.Base64.stringify(bytes)}`
}

export function verifyWithCryptoJs(token) {
  const bytes = enc.Hex.stringify(enc.Base64.parse(token.slice(2)))
  const iv = enc.Hex.parse(bytes.slice(20, 52))
  const ciphertext = enc.Hex.parse(bytes.slice(56))
  const claims = JSON.parse(AES.decrypt({ ciphertext }, key, { iv }).toString(enc.Utf8))
  return { claims, payload: JSON.parse(claims.payload) }
}

function uint16(value) {
  return lib.WordArray.create([value << 16], 2)
}
