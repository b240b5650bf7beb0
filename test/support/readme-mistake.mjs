// The same, but for the mistake that README.md has diagnosed: the key is what the secret gives as hexadecimal text.
import './readme-values.mjs'
import { createCipheriv } from 'node:crypto'

const { appId, userId, serverSecret, verified } = globalThis
const { ctime, expire } = verified.claims
const payload = JSON.stringify({ room_id: 'demo', privilege: { 1: 1, 2: 1 } })

const iv = Buffer.alloc(12, 7)
const cipher = createCipheriv('aes-128-gcm', Buffer.from(serverSecret, 'hex'), iv)
const plaintext = JSON.stringify({ app_id: appId, user_id: userId, nonce: 7, ctime, expire, payload })
const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])

// the last byte stays 1: GCM
const envelope = Buffer.alloc(12 + iv.length + ciphertext.length + 1, 1)
envelope.writeBigInt64BE(BigInt(expire))
envelope.writeUInt16BE(iv.length, 8)
envelope.set(iv, 10)
envelope.writeUInt16BE(ciphertext.length, 10 + iv.length)
envelope.set(ciphertext, 12 + iv.length)

globalThis.token = `04${envelope.toString('base64')}`
