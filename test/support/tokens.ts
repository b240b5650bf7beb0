import * as library from '../../src/index.js'
import { sealToken04 } from '../../src/testing.js'

/** The ServerSecret of ZEGO's own examples. */
export const SECRET = 'fa94dd0f974cf2e293728a526b028271'
export const OTHER_SECRET = '0123456789abcdef0123456789abcdef'
export const NOW = 1_700_000_000
export const MODES = ['gcm', 'cbc'] as const

export const now = () => NOW

/** Options that make a basic token. */
export function basic(patch: object = {}): library.GenerateOptions {
  return { appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 3600, now, ...patch }
}

/** Claims of a basic token that is valid at NOW. */
export function claims(patch: object = {}): object {
  return { app_id: 1, user_id: 'demo', nonce: 7, ctime: NOW, expire: NOW + 3600, payload: '', ...patch }
}

export function ivOf(mode: library.Mode): Uint8Array {
  return new Uint8Array(mode === 'gcm' ? 12 : 16).fill(5)
}

/** A token of exactly these claims, or of this plaintext. */
export function seal(content: object | string, mode: library.Mode, expire?: number): Promise<string> {
  const options = { serverSecret: SECRET, mode, iv: ivOf(mode) }
  return sealToken04(content, expire === undefined ? options : { ...options, expire })
}

export function bytesOf(token: string): Uint8Array {
  return Uint8Array.from(atob(token.slice(2)), (character) => character.charCodeAt(0))
}

export function tokenOf(bytes: Iterable<number>): string {
  return `04${btoa(String.fromCharCode(...bytes))}`
}

/** What a refusal says; fails where there is none, or where it is anything but a Token04Error. */
export async function refusal(call: () => unknown): Promise<library.Token04Error> {
  let result: unknown
  try {
    result = await call()
  } catch (error) {
    if (error instanceof library.Token04Error) return error
    throw new Error(`threw something else: ${String(error)}`)
  }
  throw new Error(`was not refused: ${JSON.stringify(result)}`)
}
