import { utf8Decoder, utf8Encoder } from '#utf8'

let decoder: ReturnType<typeof utf8Decoder> | undefined

/** The text, or undefined where the bytes are not UTF-8. A byte order mark at the start is left out. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  decoder ??= utf8Decoder()
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** The bytes of a text; a lone surrogate becomes U+FFFD. */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  return utf8Encoder().encode(text) as Uint8Array<ArrayBuffer>
}
