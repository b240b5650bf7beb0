import { fromBase64 } from '#base64'
import type { Bytes } from '../crypto/backend.js'
import { parseJson } from '../token/claims.js'
import type { Report } from './report.js'

/** Longer texts are not looked at: several times the longest token, for those whose length wrapped. */
const LONGEST_EXAMINED = 400_000

/** The bytes of the envelope, as far as a text can be understood as a token04. */
export function examineText(token: unknown, secrets: readonly unknown[], report: Report): Bytes | undefined {
  if (typeof token !== 'string') {
    report.add('NOT_A_STRING', { type: token === null ? 'null' : typeof token })
    return undefined
  }
  if (token.length > LONGEST_EXAMINED) {
    report.add('MALFORMED_TOKEN', { reason: 'too-long' })
    return undefined
  }
  if (token.trim() === '') {
    report.add('EMPTY')
    return undefined
  }
  const trimmed = trim(token, report)
  if (secrets.some((secret) => typeof secret === 'string' && equalInConstantTime(secret, trimmed))) {
    report.add('SERVER_SECRET_AS_TOKEN')
    return undefined
  }
  const text = withoutKit(trimmed, report)
  return hasVersion(text, report) ? decode(text.slice(2), report) : undefined
}

const SURROUNDINGS: readonly [what: string, pattern: RegExp][] = [
  ['bom', /^\ufeff/],
  ['whitespace', /^[\s\0]+|[\s\0]+$/g],
  ['bearer', /^Bearer\s+/i],
  ['quotes', /^["'`\u201c\u2018]|["'`\u201d\u2019]$/g]
]

function trim(token: string, report: Report): string {
  let text = token
  const found = new Set<string>()
  // quotation marks may stand inside blanks, and blanks inside quotation marks
  for (let before = ''; before !== text; ) {
    before = text
    for (const [what, pattern] of SURROUNDINGS) {
      const rest = text.replace(pattern, '')
      if (rest !== text) found.add(what)
      text = rest
    }
  }
  for (const what of found) report.add('SURROUNDING_CHARACTERS', { what })
  return text
}

function withoutKit(text: string, report: Report): string {
  const [token, kit, ...more] = text.split('#', 3)
  if (token === undefined || kit === undefined || more.length > 0 || !token.startsWith('04')) return text
  report.add('KIT_TOKEN')
  return token
}

const VENDORS: readonly [vendor: string, pattern: RegExp][] = [
  ['Agora', /^006[0-9a-fA-F]{32}/],
  ['Agora', /^007eJ/],
  // the UserSig of Tencent Cloud: deflated JSON in a base64 of its own
  ['Tencent Cloud', /^eJ[A-Za-z0-9*_-]{40,}$/]
]

function hasVersion(text: string, report: Report): boolean {
  if (text.startsWith('04')) return true
  const vendor = VENDORS.find(([, pattern]) => pattern.test(text))
  if (isJwt(text)) report.add('JWT')
  else if (vendor !== undefined) report.add('OTHER_VENDOR_TOKEN', { vendor: vendor[0] })
  else if (text.startsWith('03')) report.add('TOKEN03')
  else if (/^\d\d/.test(text)) report.add('UNSUPPORTED_VERSION', { version: text.slice(0, 2) })
  else report.add('MALFORMED_TOKEN', { reason: 'no-version' })
  return false
}

function isJwt(text: string): boolean {
  const [header, ...rest] = text.split('.', 6)
  // three parts when signed, five when encrypted
  if (header === undefined || (rest.length !== 2 && rest.length !== 4)) return false
  const bytes = fromBase64(padded(standardAlphabet(header)))
  const value = bytes && parseJson(String.fromCharCode(...bytes.subarray(0, 1000)))
  return typeof value === 'object' && value !== null && 'alg' in value
}

function decode(text: string, report: Report): Bytes | undefined {
  const exact = fromBase64(text)
  if (exact !== undefined) return exact

  let candidate = text
  if (/\s/.test(candidate)) {
    report.add('BASE64_LINE_BREAKS')
    candidate = candidate.replace(/\s+/g, '')
  }
  if (/[-_]/.test(candidate)) {
    report.add('BASE64_URL')
    candidate = standardAlphabet(candidate)
    // the URL alphabet is usually written without padding
    const bytes = fromBase64(padded(candidate))
    if (bytes !== undefined) return bytes
  }
  return fromBase64(candidate) ?? repair(candidate, report)
}

function repair(text: string, report: Report): Bytes | undefined {
  const body = text.replace(/=+$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(body)) {
    report.add('BASE64_INVALID', { what: 'foreign' })
    return undefined
  }
  const bytes = fromBase64(padded(body))
  if (bytes !== undefined || body.length % 4 === 1) {
    report.add('BASE64_INVALID', { what: 'padding' })
    return bytes
  }
  report.add('BASE64_INVALID', { what: 'stray-bits' })
  return fromBase64(padded(withoutStrayBits(body)))
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

// two characters hold one byte and four spare bits, three hold two bytes and two spare bits
function withoutStrayBits(body: string): string {
  const spare = body.length % 4 === 2 ? 0b1111 : 0b11
  const last = ALPHABET.indexOf(body.at(-1) as string) & ~spare
  return body.slice(0, -1) + ALPHABET[last]
}

function padded(body: string): string {
  return body.replace(/=+$/, '').padEnd(Math.ceil(body.replace(/=+$/, '').length / 4) * 4, '=')
}

function standardAlphabet(text: string): string {
  return text.replace(/-/g, '+').replace(/_/g, '/')
}

function equalInConstantTime(secret: string, text: string): boolean {
  let difference = secret.length ^ text.length
  for (let index = 0; index < secret.length; index++) difference |= secret.charCodeAt(index) ^ text.charCodeAt(index)
  return difference === 0
}
