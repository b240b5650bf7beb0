import type { KeyObject } from 'node:crypto'
import { builtinModule } from '../platform/builtin-module.js'
import type { Mode } from '../types.js'
import { type Bytes, TAG_BYTES } from './backend.js'
import type { KeyMaterial } from './server-secret.js'

let loaded: typeof import('node:crypto') | undefined

function nodeCrypto(): typeof import('node:crypto') {
  loaded ??= builtinModule('node:crypto')
  return loaded
}

export function randomFill(bytes: Bytes): void {
  nodeCrypto().randomFillSync(bytes)
}

const GCM = 'aes-256-gcm'
const CBC = 'aes-256-cbc'

export function encrypt(material: KeyMaterial, mode: Mode, iv: Bytes, plaintext: string): readonly Uint8Array[] {
  const { createCipheriv } = nodeCrypto()
  const key = keyObject(material)
  if (mode === 'gcm') {
    const cipher = createCipheriv(GCM, key, iv)
    return [cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]
  }
  const cipher = createCipheriv(CBC, key, iv)
  return [cipher.update(plaintext, 'utf8'), cipher.final()]
}

export function decrypt(material: KeyMaterial, mode: Mode, iv: Bytes, ciphertext: Bytes): Uint8Array | undefined {
  const { createDecipheriv } = nodeCrypto()
  const key = keyObject(material)
  try {
    if (mode === 'gcm') {
      const tagOffset = ciphertext.length - TAG_BYTES
      const decipher = createDecipheriv(isShort(key) ? 'aes-128-gcm' : GCM, key, iv, { authTagLength: TAG_BYTES })
      decipher.setAuthTag(ciphertext.subarray(tagOffset))
      return join(decipher.update(ciphertext.subarray(0, tagOffset)), decipher.final())
    }
    const decipher = createDecipheriv(isShort(key) ? 'aes-128-cbc' : CBC, key, iv)
    return join(decipher.update(ciphertext), decipher.final())
  } catch {
    return undefined
  }
}

// a diagnosis tries the 16 bytes that a secret gives as hexadecimal text
function isShort(key: KeyObject): boolean {
  return key.symmetricKeySize === 16
}

function join(head: Uint8Array, tail: Uint8Array): Uint8Array {
  if (tail.length === 0) return head
  const bytes = new Uint8Array(head.length + tail.length)
  bytes.set(head)
  bytes.set(tail, head.length)
  return bytes
}

function keyObject(material: KeyMaterial): KeyObject {
  let key = material.keys.get('node') as KeyObject | undefined
  if (key === undefined) {
    key = nodeCrypto().createSecretKey(material.bytes())
    material.keys.set('node', key)
  }
  return key
}
