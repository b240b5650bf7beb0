// Exact bytes: these claims, this secret, this IV and mode give this token, in the JSON flavour of each writer.
import { distinctTexts } from './flavours.mjs'
import { claimsOf, ivOf, MODES, NOW, PAYLOAD, SECRET, sealed } from './seal.mjs'

// one entry: a name, flags, what it tests, and how its claims differ from those of a basic token
const ENTRIES = [
  ['basic', ['BasicToken', 'KeyOrder'], 'a basic token', {}],
  ['privilege', ['PrivilegeToken', 'EscapeFlavour'], 'a privilege token: JSON text inside JSON', { payload: PAYLOAD }],
  ['html', ['EscapeFlavour'], '< > & and apostrophes, which some libraries escape for HTML', { user_id: "<a>&'b'" }],
  ['quotes', ['EscapeFlavour'], 'quotation marks and backslashes', { user_id: 'a"b\\c', payload: '"\\"' }],
  ['slash', ['EscapeFlavour'], 'slashes', { user_id: 'a/b', payload: '//' }],
  [
    'short-escapes',
    ['ControlCharacters', 'EscapeFlavour'],
    'the control characters that JSON has short escapes for',
    { user_id: 'a\b\t\n\f\rb' }
  ],
  ['nul', ['NulTruncation', 'ControlCharacters'], 'a NUL inside an id, which ends strings in C', { user_id: 'ab\0cd' }],
  [
    'control',
    ['ControlCharacters', 'EscapeFlavour'],
    'control characters without a short escape',
    { user_id: '\x01\x0b\x0e\x1f' }
  ],
  [
    'delete',
    ['ControlCharacters', 'EscapeFlavour'],
    'U+007F and the C1 controls, U+0085 among them',
    { user_id: '\x7f\x80\x85\x9f' }
  ],
  ['latin', ['NonAscii', 'EscapeFlavour'], 'two-byte characters', { user_id: '\u00a0caf\u00e9\u00ff' }],
  ['cjk', ['NonAscii', 'EscapeFlavour'], 'three-byte characters', { user_id: '\u7528\u6237' }],
  [
    'line-separators',
    ['NonAscii', 'EscapeFlavour'],
    'U+2028 and U+2029, which are line ends in JavaScript',
    { user_id: 'a\u2028b\u2029c' }
  ],
  [
    'punctuation',
    ['NonAscii', 'EscapeFlavour'],
    'the range U+2000 to U+20FF, which json-simple escapes, and its neighbours',
    { user_id: '\u1fff\u2000\u2019\u20ac\u20ff\u2100' }
  ],
  [
    'astral',
    ['Astral', 'EscapeFlavour'],
    'characters beyond the BMP: surrogate pairs in escapes, four bytes in UTF-8',
    { user_id: '\u{1f600}\u{10ffff}' }
  ],
  [
    'noncharacters',
    ['NonAscii', 'EscapeFlavour'],
    'U+FEFF, U+FFFD and U+FFFF inside a string',
    { user_id: 'a\ufeff\ufffd\uffff' }
  ],
  [
    'nested-escapes',
    ['PrivilegeToken', 'EscapeFlavour'],
    'a payload with escapes of its own, escaped once more',
    { payload: '{"room_id":"\\u4e2d\\n\\"\\/","privilege":{"1":1}}' }
  ],
  ['nonce-zero', ['NonceEnds'], 'nonce 0', { nonce: 0 }],
  ['nonce-largest', ['NonceEnds'], 'the largest nonce, 2^31 - 1', { nonce: 2147483647 }],
  ['nonce-smallest', ['NonceEnds'], 'the smallest nonce, -2^31', { nonce: -2147483648 }],
  ['app-id-largest', ['Limits', 'AppIdRange'], 'the largest AppID, 2^32 - 1', { app_id: 4294967295 }],
  ['app-id-signed', ['Limits', 'AppIdRange'], 'an AppID of 2^31, negative in an int32', { app_id: 2147483648 }],
  ['expire-2038', ['ExpireRange'], 'an expiry of 2^31, negative in an int32', { ctime: 2147483647, expire: 2147483648 }],
  ['expire-2106', ['ExpireRange'], 'an expiry of 2^32, beyond a uint32', { ctime: 4294967295, expire: 4294967296 }],
  ['user-id-longest', ['Limits', 'UserIdLength'], 'a user id of 64 bytes', { user_id: 'u'.repeat(64) }],
  ...[0, 1, 15].map((rest) => [
    `block-${rest}`,
    ['BlockBorder', ...(rest === 0 ? ['FullBlockPadding'] : [])],
    `a plaintext of ${rest} bytes more than whole blocks${rest === 0 ? ', so that PKCS#7 adds a whole block' : ''}`,
    blockPatch(rest)
  ])
]

/** The cases of generate.json. */
export function generateCases() {
  return ENTRIES.flatMap(([name, flags, comment, patch]) =>
    MODES.flatMap((mode) => {
      const claims = claimsOf(patch)
      const iv = ivOf(`generate ${name}`, mode)
      const input = { claims, serverSecret: SECRET, mode, iv: iv.toString('hex') }
      return distinctTexts(claims).map(({ text, writers }) => ({
        id: `generate-${name}-${mode}-${writers[0]}`,
        comment: `${comment}; ${mode.toUpperCase()}, as ${writers.join(', ')} write it`,
        flags,
        input,
        result: 'valid',
        flavours: writers,
        plaintext: text,
        token: sealed(`generate ${name}`, mode, text, { expire: claims.expire })
      }))
    })
  )
}

// every writer gives the same length where nothing is escaped, so the borders are those of all
function blockPatch(rest) {
  const length = JSON.stringify(claimsOf({ user_id: '' })).length
  return { ctime: NOW, user_id: 'b'.repeat(((16 - (length % 16)) % 16) + 16 + rest) }
}
