import { Token04Error } from '../errors.js'
import type { Mode } from '../types.js'
import type { Bytes } from './backend.js'
import type { KeyMaterial } from './server-secret.js'

export function randomFill(bytes: Bytes): void {
  webCrypto().getRandomValues(bytes)
}

export async function encrypt(material: KeyMaterial, mode: Mode, iv: Bytes, plaintext: string): Promise<readonly Uint8Array[]> {
  const key = await cryptoKey(material, mode)
  const platform = subtle()
  try {
    return [new Uint8Array(await platform.encrypt({ name: ALGORITHM[mode], iv }, key, new TextEncoder().encode(plaintext)))]
  } catch {
    throw refused()
  }
}

export async function decrypt(
  material: KeyMaterial,
  mode: Mode,
  iv: Bytes,
  ciphertext: Bytes
): Promise<Uint8Array | undefined> {
  const key = await cryptoKey(material, mode)
  const platform = subtle()
  try {
    return new Uint8Array(await platform.decrypt({ name: ALGORITHM[mode], iv }, key, ciphertext))
  } catch {
    return undefined
  }
}

// the 128-bit tag is WebCrypto's default for AES-GCM
const ALGORITHM: Readonly<Record<Mode, string>> = { gcm: 'AES-GCM', cbc: 'AES-CBC' }

function cryptoKey(material: KeyMaterial, mode: Mode): Promise<CryptoKey> {
  const slot = ALGORITHM[mode]
  let key = material.keys.get(slot) as Promise<CryptoKey> | undefined
  if (key === undefined) {
    key = subtle()
      .importKey('raw', material.bytes(), slot, false, ['encrypt', 'decrypt'])
      .catch(() => {
        // the next token tries again
        material.keys.delete(slot)
        throw refused()
      })
    material.keys.set(slot, key)
  }
  return key
}

// the platform's own error is not passed on: nobody knows what it quotes
function refused(): Token04Error {
  return new Token04Error('CRYPTO_UNAVAILABLE', 'The WebCrypto of this platform refused to import an AES key or to encrypt.')
}

function subtle(): SubtleCrypto {
  const { subtle } = webCrypto()
  if (subtle === undefined) {
    throw new Token04Error(
      'CRYPTO_UNAVAILABLE',
      'crypto.subtle is missing: browsers offer it to pages from https:// and localhost only.'
    )
  }
  return subtle
}

function webCrypto(): Crypto {
  const { crypto } = globalThis
  if (crypto === undefined) {
    throw new Token04Error('CRYPTO_UNAVAILABLE', 'This platform has no WebCrypto (globalThis.crypto).')
  }
  return crypto
}
