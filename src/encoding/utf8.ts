let decoder: TextDecoder | undefined

/** The text, or undefined where the bytes are not UTF-8. A byte order mark at the start is left out. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  decoder ??= new TextDecoder('utf-8', { fatal: true })
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
