export function utf8Encoder(): { encode(text: string): Uint8Array } {
  return new TextEncoder()
}

export function utf8Decoder(): { decode(bytes: Uint8Array): string } {
  return new TextDecoder('utf-8', { fatal: true })
}
