// Wrong keys, changed bits, wrong padding.
import { createDecipheriv } from 'node:crypto'
import { claimsOf, claimsText, envelope, IV_BYTES, MODES, parts, SECRET, sealed, textOf } from '../seal.mjs'

export function keys() {
  const appSign = '0123456789abcdef'.repeat(4)
  const made = (name, flag, comment, mode, key, patch = {}) => [
    name,
    [flag],
    `${comment}; ${mode.toUpperCase()}`,
    { token: sealed(name, mode, claimsOf(), { key }), ...patch },
    'DECRYPTION_FAILED'
  ]
  return [
    ...MODES.map((mode) => made(`key-other-${mode}`, 'WrongSecret', 'made with another secret', mode, 'x'.repeat(32))),
    ...MODES.map((mode) =>
      made(`key-case-${mode}`, 'WrongSecret', 'made with the secret in capitals', mode, SECRET.toUpperCase())
    ),
    ...MODES.map((mode) =>
      made(
        `key-hex-decoded-${mode}`,
        'SecretHexDecoded',
        'made with the 16 bytes that the secret gives as hexadecimal text',
        mode,
        Buffer.from(SECRET, 'hex')
      )
    ),
    made(
      'key-app-sign-decoded',
      'AppSignAsSecret',
      'made with the 32 bytes that an AppSign gives as hexadecimal text',
      'gcm',
      Buffer.from(appSign, 'hex')
    ),
    made(
      'key-app-sign-truncated',
      'AppSignAsSecret',
      'made with the first 32 characters of an AppSign',
      'gcm',
      appSign.slice(0, 32)
    ),
    made(
      'key-undefined',
      'SecretUndefined',
      'made with the text undefined, filled up with zeros',
      'cbc',
      Buffer.concat([Buffer.from('undefined'), Buffer.alloc(23)])
    ),
    made(
      'key-truncated',
      'SecretTruncated',
      'made with the first 16 bytes of the secret, filled up with zeros',
      'gcm',
      Buffer.concat([Buffer.from(SECRET.slice(0, 16)), Buffer.alloc(16)])
    ),
    made('key-aes-192', 'SecretTruncated', 'made with the first 24 bytes of the secret', 'cbc', SECRET.slice(0, 24)),
    [
      'key-padding-fits',
      ['WrongSecret', 'BadPadding'],
      'a wrong secret with which the padding happens to fit: the error is the same as ever',
      { token: sealed('padding fits', 'cbc', claimsOf()), serverSecret: keyWhosePaddingFits() },
      'DECRYPTION_FAILED'
    ]
  ]
}

function keyWhosePaddingFits() {
  const { iv, ciphertext } = parts('padding fits', 'cbc', claimsOf())
  for (let index = 0; ; index++) {
    const key = String(index).padStart(32, 'k')
    const decipher = createDecipheriv('aes-256-cbc', key, iv)
    try {
      decipher.update(ciphertext)
      decipher.final()
      return key
    } catch {
      // the next one
    }
  }
}

export function tampered(mode) {
  const right = parts('tampered', mode, claimsOf())
  const bytes = envelope(right)
  const iv = IV_BYTES[mode]
  const flipped = (name, offset, comment) => {
    const changed = Buffer.from(bytes)
    changed[offset] ^= 0x80
    return [`flip-${name}`, ['Tampered'], `a bit changed in ${comment}`, textOf(changed), 'DECRYPTION_FAILED']
  }
  const end = 12 + iv + right.ciphertext.length
  const always = [
    flipped('first', 12 + iv, 'the first byte of the ciphertext'),
    flipped('last', end - 1, mode === 'gcm' ? 'the last byte of the tag' : 'the last byte of the ciphertext')
  ]
  if (mode === 'cbc') return [...always, flipped('iv', 10, 'the first byte of the IV, which is that of the first character')]
  return [
    ...always,
    flipped('iv', 10, 'the first byte of the nonce'),
    flipped('iv-last', 10 + iv - 1, 'the last byte of the nonce'),
    flipped('tag', end - 16, 'the first byte of the tag')
  ]
}

// how the last block may end
export function paddings() {
  const plaintext = Buffer.from(claimsText({}))
  const fill = 16 - (plaintext.length % 16)
  if (fill < 3) throw new Error('these cases need room for three bytes of padding')
  const padded = (name, comment, flag, bytes, mode = 'cbc') => [
    `padding-${name}`,
    [flag],
    comment,
    sealed(`padding ${name}`, mode, bytes, { padded: mode === 'cbc' }),
    'DECRYPTION_FAILED'
  ]
  const filled = (...values) => Buffer.concat([plaintext, Buffer.from(values)])
  const pkcs7 = filled(...Array(fill).fill(fill))
  const zeros = filled(...Array(fill).fill(0))
  return [
    padded('zero', 'padding of zeros', 'BadPadding', zeros),
    padded('seventeen', 'a padding byte of 17', 'BadPadding', filled(...Array(fill).fill(17))),
    padded('inconsistent', 'padding whose bytes differ', 'BadPadding', filled(...Array(fill - 2).fill(0xff), fill, fill)),
    padded('ansi-x923', 'padding of zeros that ends with its length', 'BadPadding', filled(...Array(fill - 1).fill(0), fill)),
    padded('one-and-zeros', 'padding of 0x80 and zeros', 'BadPadding', filled(0x80, ...Array(fill - 1).fill(0))),
    padded('none', 'no padding at all', 'BadPadding', Buffer.from(claimsText({}).replace('}', `${' '.repeat(fill)}}`))),
    padded('twice', 'padded by hand, and again by the library', 'DoublePadding', Buffer.concat([pkcs7, Buffer.alloc(16, 16)])),
    [
      'padding-twice-gcm',
      ['DoublePadding'],
      'padded by hand although GCM needs none',
      sealed('padding twice gcm', 'gcm', pkcs7),
      'INVALID_CLAIMS'
    ],
    [
      'padding-zeros-gcm',
      ['DoublePadding'],
      'filled up with zeros although GCM needs no padding',
      sealed('padding zeros gcm', 'gcm', zeros),
      'INVALID_CLAIMS'
    ]
  ]
}
