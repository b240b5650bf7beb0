/** Memory for what a token shows, to be filled at once. */
export function allocate(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(length)
}

/** Base64 by RFC 4648 section 4, with padding. */
export function toBase64(bytes: Uint8Array & { toBase64?(): string }): string {
  // newer engines have it, faster than a text of each byte
  if (bytes.toBase64 !== undefined) return bytes.toBase64()
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** The bytes, or undefined where the text is not exactly what `toBase64` would write. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const binary = lenient(text)
  // atob overlooks whitespace, missing padding and stray bits
  if (btoa(binary) !== text) return undefined
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}

function lenient(text: string): string {
  try {
    return atob(text)
  } catch {
    return ''
  }
}
