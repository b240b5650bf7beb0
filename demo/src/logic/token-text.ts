/** A pasted text, taken apart: what stands around a token04, and the bytes of its envelope as far as they can be read. */
export interface TokenText {
  readonly before: string
  /** `"04"`. */
  readonly version: string
  /** Base64, maybe of the URL alphabet, maybe with white space in it. */
  readonly body: string
  readonly after: string
  readonly bytes: Uint8Array
}

const TOKEN = /^(\s*(?:bearer\s+)?["'`]?)(04)([\w+/\s-]*=*)([\s\S]*)$/i

/** Answers undefined for what is no token04 at all. Lenient, since broken tokens are what people want to look into. */
export function readTokenText(text: string): TokenText | undefined {
  const [, before = '', version, body = '', after = ''] = TOKEN.exec(text) ?? []
  return version === undefined ? undefined : { before, version, body, after, bytes: lenientBytes(body) }
}

function lenientBytes(body: string): Uint8Array {
  const digits = body.replace(/[\s=]/g, '').replace(/-/g, '+').replace(/_/g, '/')
  // a single character left over holds no whole byte
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0))
}
