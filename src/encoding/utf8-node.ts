import { builtinModule } from '../platform/builtin-module.js'

// a simulated browser under Node.js, such as jsdom, may lack the globals

export function utf8Encoder(): { encode(text: string): Uint8Array } {
  const { TextEncoder } = builtinModule('node:util')
  return new TextEncoder()
}

export function utf8Decoder(): { decode(bytes: Uint8Array): string } {
  const { TextDecoder } = builtinModule('node:util')
  return new TextDecoder('utf-8', { fatal: true })
}
