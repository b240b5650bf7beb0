// Texts that are no token: what is pasted, cut, quoted or encoded where a token belongs.
import { claimsText, encrypt, SECRET, sealed, textOf, tokenOf } from '../seal.mjs'

// what is pasted where a token belongs
export function texts() {
  const token = ['p', 'pa', 'pad']
    .map((user_id) => sealed('texts', 'gcm', claimsText({ user_id })))
    .find((made) => made.endsWith('=='))
  const base64 = token.slice(2)
  // an IV of 0xff gives the characters that the URL alphabet writes differently
  const iv = Buffer.alloc(12, 0xff)
  const slashes = tokenOf({ iv, ciphertext: encrypt(claimsText({ user_id: 'pad' }), { mode: 'gcm', iv }), tail: [1] })
  const unpadded = base64.replace(/=+$/, '')
  const malformed = (name, flag, comment, given) => [name, [flag], comment, { token: given }, 'MALFORMED_TOKEN']
  const version = (name, flag, comment, given) => [name, [flag], comment, { token: given }, 'UNSUPPORTED_VERSION']
  return [
    malformed('number', 'SurroundingCharacters', 'a number where the token belongs', 4),
    malformed('null', 'SurroundingCharacters', 'null where the token belongs', null),
    malformed('empty', 'Truncated', 'an empty text', ''),
    malformed('version-half', 'Truncated', 'half a version', '0'),
    malformed('version-only', 'Truncated', 'a version and nothing else', '04'),
    malformed('quoted', 'SurroundingCharacters', 'a token in quotation marks', `"${token}"`),
    malformed('leading-space', 'SurroundingCharacters', 'a blank before the token', ` ${token}`),
    malformed('trailing-newline', 'SurroundingCharacters', 'a line break behind the token', `${token}\n`),
    malformed('trailing-nul', 'SurroundingCharacters', 'a NUL behind the token', `${token}\0`),
    malformed('bearer', 'SurroundingCharacters', 'a token with "Bearer " before it', `Bearer ${token}`),
    malformed('bom', 'SurroundingCharacters', 'a byte order mark before the token', `\ufeff${token}`),
    malformed('full-width', 'Version', 'full-width digits as the version', `\uff10\uff14${base64}`),
    malformed('base64-url', 'Base64Url', 'the URL alphabet', slashes.replaceAll('/', '_').replaceAll('+', '-')),
    malformed(
      'base64-url-unpadded',
      'Base64Url',
      'the URL alphabet without padding',
      slashes.replaceAll('/', '_').replaceAll('+', '-').replace(/=+$/, '')
    ),
    malformed('base64-percent', 'Base64Url', 'a token that was encoded for a URL', encodeURIComponent(slashes)),
    malformed('base64-plus-lost', 'Base64Url', 'a + that became a blank in a form', `${token.slice(0, 30)} ${token.slice(31)}`),
    malformed(
      'line-break',
      'Base64LineBreaks',
      'a line break after 64 characters',
      `${token.slice(0, 64)}\n${token.slice(64)}`
    ),
    malformed(
      'line-break-crlf',
      'Base64LineBreaks',
      'CR LF after 76 characters, as MIME writes it',
      `${token.slice(0, 76)}\r\n${token.slice(76)}`
    ),
    malformed('tab', 'Base64LineBreaks', 'a tab inside', `${token.slice(0, 40)}\t${token.slice(40)}`),
    malformed('unpadded', 'Base64Canonical', 'no padding', `04${unpadded}`),
    malformed('padding-short', 'Base64Canonical', 'a character of padding too few', `04${base64.slice(0, -1)}`),
    malformed('padding-long', 'Base64Canonical', 'a character of padding too many', `04${base64}=`),
    malformed('padding-inside', 'Base64Canonical', 'padding in the middle', `04${base64.slice(0, 40)}=${base64.slice(41)}`),
    malformed('padding-only', 'Base64Canonical', 'nothing but padding', '04===='),
    malformed(
      'stray-bits',
      'Base64Canonical',
      'bits behind the last byte that are not zero',
      `04${strayBits(unpadded)}${base64.slice(unpadded.length)}`
    ),
    malformed(
      'foreign',
      'Base64Canonical',
      'a character that base64 does not know',
      `04${base64.slice(0, 20)}*${base64.slice(21)}`
    ),
    malformed(
      'foreign-non-ascii',
      'Base64Canonical',
      'a character beyond ASCII',
      `04${base64.slice(0, 20)}\u0141${base64.slice(21)}`
    ),
    malformed('nul-inside', 'Base64Canonical', 'a NUL inside', `04${base64.slice(0, 20)}\0${base64.slice(21)}`),
    malformed(
      'hexadecimal',
      'Base64Canonical',
      'the bytes in hexadecimal',
      `04${Buffer.from(base64, 'base64').toString('hex')}`
    ),
    malformed('no-version', 'Version', 'a token without its version', base64),
    malformed('encoded-twice', 'Base64Canonical', 'a token inside the base64 of a token', textOf(Buffer.from(token))),
    malformed('kit-token', 'KitToken', 'a Kit Token', `${token}#${Buffer.from('{"userID":"demo"}').toString('base64')}`),
    malformed(
      'jwt',
      'Jwt',
      'a JSON Web Token',
      'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoiZGVtbyJ9.3t3JVYWmBXYmpKlDpsWr0CWxvGDzBSEpWlUyPFXX3xU'
    ),
    malformed('server-secret', 'ServerSecretAsToken', 'the ServerSecret itself', SECRET),
    version('token03', 'Token03', 'a token of version 03', `03${base64}`),
    version('version-05', 'Version', 'a version that does not exist', `05${base64}`),
    version('version-40', 'Version', 'the digits of the version the other way round', `40${base64}`),
    version(
      'other-vendor-006',
      'OtherVendor',
      'a token of another vendor, version 006',
      `006970CA35de60c44645bbae8a215061b33${base64.slice(0, 40)}`
    ),
    version(
      'other-vendor-007',
      'OtherVendor',
      'a token of another vendor, version 007',
      `007eJxTYBBbsMMnKq7p9Hf${base64.slice(0, 40)}`
    ),
    malformed('too-long', 'TrailingBytes', 'a text longer than any token', `04${'A'.repeat(87424)}`)
  ]
}

function strayBits(unpadded) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return unpadded.slice(0, -1) + alphabet[alphabet.indexOf(unpadded.at(-1)) + 1]
}
