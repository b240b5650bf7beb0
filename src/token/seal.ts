import { type Bytes, IV_BYTES } from '../crypto/backend.js'
import { keyMaterial } from '../crypto/server-secret.js'
import { Token04Error } from '../errors.js'
import type { SealOptions } from '../types.js'
import { check } from '../validation/check.js'
import { mode as modeSchema, unixSeconds } from '../validation/compiled.js'
import { readOptions } from '../validation/read-options.js'
import { reading } from '../validation/reading.js'
import { parseJson } from './claims.js'
import { checkSize, type Draft } from './draft.js'
import { encryptDraft } from './encrypt-draft.js'

/**
 * Encrypts exactly these claims, or this literal plaintext, under exactly this IV: for vectors and tests.
 *
 * Never use it to issue tokens: with GCM, two tokens under one key and nonce give away the key stream and the authentication key.
 * Nothing is validated but what the envelope needs, so that a test can make every wrong token.
 *
 * @param claims - An object, written as JSON, or the plaintext itself.
 * @param options - `iv`: 16 bytes for CBC, 12 for GCM; `expire`: Unix seconds, default the `expire` of the claims, or 0.
 * @throws `Token04Error` with `INVALID_SERVER_SECRET`, `INVALID_OPTION`, `TOKEN_TOO_LARGE`, in a browser `BROWSER_REFUSED`
 *
 * @example
 * ```ts
 * import { sealToken04 } from 'zego-token04/testing'
 *
 * const claims = { app_id: 1, user_id: 'demo', nonce: 0, ctime: 1700000000, expire: 1700003600, payload: '' }
 * const token = await sealToken04(claims, {
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   mode: 'gcm',
 *   iv: new Uint8Array(12)
 * })
 * // the same token each time
 * token // => '04AAAAAGVT/xAADAAAAAAAAAAAAAAAAABro5JOmApJ8CW1DChfqC9/6sLEIXsNxkMfDx8GFz2tYtlC0xJJ1CoZh+iAi1ZUlN/7ltloDNMr9tNyPmy0XTwJTyPSSw0qTscOIa0cJmjqyGGUGM1kRKgzFdRE8I+0++V44NSBW7x8FFJMNLsB'
 * ```
 */
export async function sealToken04(claims: object | string, options: SealOptions): Promise<string> {
  return encryptDraft(draftSeal(claims, options))
}

function draftSeal(claims: object | string, options: SealOptions): Draft {
  const { serverSecret, mode, iv, expire } = readOptions(options, ABSENT)
  const material = keyMaterial(serverSecret)
  check(modeSchema, mode, 'INVALID_OPTION', 'mode')
  // a view of another realm is no instanceof Uint8Array here
  if (!ArrayBuffer.isView(iv) || iv.byteLength !== IV_BYTES[mode]) {
    throw new Token04Error('INVALID_OPTION', `iv must be a Uint8Array of ${IV_BYTES[mode]} bytes with mode "${mode}".`)
  }
  const plaintext = claimsPlaintext(claims)
  const clearExpire = expire ?? claimedExpire(plaintext)
  check(unixSeconds, clearExpire, 'INVALID_OPTION', 'expire')
  checkSize(plaintext, mode)
  return {
    expire: clearExpire,
    mode,
    iv: new Uint8Array(iv.buffer, iv.byteOffset, iv.byteLength).slice() as Bytes,
    plaintext,
    material
  }
}

const ABSENT = { serverSecret: undefined, mode: undefined, iv: undefined, expire: undefined } as unknown as SealOptions

function claimsPlaintext(claims: unknown): string {
  if (typeof claims === 'string') return claims
  const text = reading('claims', 'INVALID_OPTION', () => JSON.stringify(claims) as string | undefined)
  if (text === undefined) throw new Token04Error('INVALID_OPTION', 'claims must be an object or the plaintext itself.')
  return text
}

function claimedExpire(plaintext: string): number {
  const expire = (parseJson(plaintext) as { expire?: unknown } | null | undefined)?.expire
  return Number.isSafeInteger(expire) ? (expire as number) : 0
}
