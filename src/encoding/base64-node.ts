import { builtinModule } from '../platform/builtin-module.js'

let loaded: typeof import('node:buffer') | undefined

function nodeBuffer(): typeof Buffer {
  loaded ??= builtinModule('node:buffer')
  return loaded.Buffer
}

/** Memory for what a token shows, to be filled at once. It is a part of a larger buffer and holds what was left in it: every byte has to be written, and it stays inside the library. */
export function allocate(length: number): Uint8Array<ArrayBuffer> {
  return nodeBuffer().allocUnsafe(length)
}

/** Base64 by RFC 4648 section 4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  const Buffer = nodeBuffer()
  const buffer = bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return buffer.toString('base64')
}

/** The bytes, or undefined where the text is not exactly what `toBase64` would write. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = nodeBuffer().from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}
