// a simulated browser under Node.js, such as jsdom, may lack the globals
import { TextDecoder, TextEncoder } from 'node:util'

export function utf8Encoder(): { encode(text: string): Uint8Array } {
  return new TextEncoder()
}

export function utf8Decoder(): { decode(bytes: Uint8Array): string } {
  return new TextDecoder('utf-8', { fatal: true })
}
