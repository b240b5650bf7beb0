// Envelopes that end early, go on, or whose lengths and bytes are wrong.
import { claimsOf, envelope, IV_BYTES, parts, textOf, tokenOf } from '../seal.mjs'

export function truncations(mode) {
  const bytes = envelope(parts('truncations', mode, claimsOf()))
  const iv = IV_BYTES[mode]
  const cuts = [
    // what stands before is the same in both modes
    ...(mode === 'gcm'
      ? [
          ['expire', 7, 'inside the expiry'],
          ['iv-length', 9, 'inside the length of the IV']
        ]
      : []),
    ['before-iv', 10, 'before the IV'],
    ['iv', 10 + iv - 1, 'inside the IV'],
    ['ciphertext-length', 10 + iv + 1, 'inside the length of the ciphertext'],
    ['before-ciphertext', 12 + iv, 'before the ciphertext'],
    ['ciphertext', 12 + iv + 20, 'inside the ciphertext'],
    ...(mode === 'gcm'
      ? [
          ['tag', bytes.length - 1 - 8, 'inside the tag'],
          ['last', bytes.length - 2, 'before the last byte of the tag']
        ]
      : [
          ['block', bytes.length - 16, 'before the last block'],
          ['last', bytes.length - 1, 'before the last byte']
        ])
  ]
  return cuts.map(([name, length, where]) => [
    `cut-${name}`,
    ['Truncated'],
    `cut short ${where}`,
    textOf(bytes.subarray(0, length)),
    'MALFORMED_TOKEN'
  ])
}

export function lengths(mode) {
  const right = parts('lengths', mode, claimsOf())
  const iv = IV_BYTES[mode]
  const malformed = (name, flag, comment, patch) => [name, [flag], comment, tokenOf({ ...right, ...patch }), 'MALFORMED_TOKEN']
  const otherIv = (length) => ({ iv: Buffer.alloc(length, 7) })
  return [
    malformed('iv-0', 'IvLength', 'no IV', otherIv(0)),
    malformed('iv-8', 'IvLength', 'an IV of 8 bytes', otherIv(8)),
    malformed('iv-short', 'IvLength', 'an IV of a byte too few', otherIv(iv - 1)),
    malformed('iv-long', 'IvLength', 'an IV of a byte too many', otherIv(iv + 1)),
    malformed('iv-other-mode', 'IvLength', 'an IV as long as that of the other mode', otherIv(28 - iv)),
    malformed('iv-length-65535', 'IvLength', 'an IV length beyond the token', { ivLength: 65535 }),
    malformed('iv-length-256', 'ByteOrder', 'an IV length with its bytes the other way round', { ivLength: iv << 8 }),
    malformed('ciphertext-0', 'CiphertextLength', 'no ciphertext', { ciphertext: Buffer.alloc(0) }),
    malformed('ciphertext-15', 'CiphertextLength', 'a ciphertext of 15 bytes', { ciphertext: Buffer.alloc(15, 1) }),
    malformed('ciphertext-length-short', 'CiphertextLength', 'a ciphertext length of 16 too few', {
      ciphertextLength: right.ciphertext.length - 16
    }),
    malformed('ciphertext-length-long', 'CiphertextLength', 'a ciphertext length of 16 too many', {
      ciphertextLength: right.ciphertext.length + 16
    }),
    malformed('ciphertext-length-swapped', 'ByteOrder', 'a ciphertext length with its bytes the other way round', {
      ciphertextLength: Buffer.from([right.ciphertext.length & 0xff, right.ciphertext.length >> 8]).readUInt16BE()
    }),
    malformed('trailing-2', 'TrailingBytes', 'two bytes behind the mode byte', { tail: [mode === 'gcm' ? 1 : 0, 0, 0] }),
    malformed('trailing-1', 'TrailingBytes', 'a byte behind the mode byte', {
      tail: [mode === 'gcm' ? 1 : 0, mode === 'gcm' ? 1 : 0]
    }),
    malformed('mode-2', 'ModeByte', 'mode byte 2', { tail: [2] }),
    malformed('mode-255', 'ModeByte', 'mode byte 255', { tail: [255] }),
    malformed('mode-ascii', 'ModeByte', 'the digit of the mode as its ASCII code', { tail: [mode === 'gcm' ? 0x31 : 0x30] }),
    malformed('mode-swapped', 'ModeByte', 'the mode byte of the other mode', { tail: [mode === 'gcm' ? 0 : 1] }),
    malformed('expire-int64-largest', 'ExpireRange', 'the largest int64 as the expiry in clear', { expire: 2n ** 63n - 1n }),
    malformed('expire-int64-smallest', 'ExpireRange', 'the smallest int64 as the expiry in clear', { expire: -(2n ** 63n) }),
    malformed('expire-2-53', 'ExpireRange', '2^53 as the expiry in clear, which a double does not hold exactly', {
      expire: 2n ** 53n
    }),
    malformed('wrapped', 'LengthWrapped', 'a ciphertext of more than 65,535 bytes, whose length wrapped', wrapped(mode))
  ]
}

// short of the longest token that a reader looks at
function wrapped(mode) {
  const surplus = mode === 'gcm' ? 8 : 1
  const { iv, ciphertext } = parts('wrapped', mode, Buffer.alloc(65_536 - 16 + surplus, 0x20))
  return { iv, ciphertext, ciphertextLength: ciphertext.length }
}

export function envelopes() {
  const cbc = parts('envelopes', 'cbc', claimsOf())
  const gcm = parts('envelopes', 'gcm', claimsOf())
  const { ciphertext } = gcm
  const tagFirst = Buffer.concat([ciphertext.subarray(-16), ciphertext.subarray(0, -16)])
  const untagged = ciphertext.subarray(0, -16)
  const little = envelope(gcm)
  little.subarray(0, 8).reverse()
  return [
    [
      'mode-missing',
      ['ModeByteMissing'],
      'a GCM token without its mode byte',
      tokenOf({ ...gcm, tail: [] }),
      'MALFORMED_TOKEN'
    ],
    [
      'mode-in-front',
      ['ModeByte'],
      'the mode byte before the envelope',
      textOf(Buffer.concat([Buffer.from([1]), envelope({ ...gcm, tail: [] })])),
      'MALFORMED_TOKEN'
    ],
    [
      'blocks-17',
      ['CiphertextLength'],
      'a CBC ciphertext of 17 bytes',
      tokenOf({ ...cbc, ciphertext: cbc.ciphertext.subarray(0, 17) }),
      'MALFORMED_TOKEN'
    ],
    [
      'blocks-broken',
      ['CiphertextLength'],
      'a CBC ciphertext that lacks a byte',
      tokenOf({ ...cbc, ciphertext: cbc.ciphertext.subarray(0, -1) }),
      'MALFORMED_TOKEN'
    ],
    [
      'tag-first',
      ['TagPosition'],
      'the tag in front of the ciphertext',
      tokenOf({ ...gcm, ciphertext: tagFirst }),
      'DECRYPTION_FAILED'
    ],
    [
      'tag-missing',
      ['Tampered'],
      'a GCM ciphertext without its tag',
      tokenOf({ ...gcm, ciphertext: untagged }),
      'DECRYPTION_FAILED'
    ],
    [
      'tag-zero',
      ['Tampered'],
      'a tag of zeros',
      tokenOf({ ...gcm, ciphertext: Buffer.concat([untagged, Buffer.alloc(16)]) }),
      'DECRYPTION_FAILED'
    ],
    [
      'tag-short',
      ['Tampered'],
      'a tag of 12 bytes',
      tokenOf({ ...gcm, ciphertext: ciphertext.subarray(0, -4) }),
      'DECRYPTION_FAILED'
    ],
    [
      'only-tag',
      ['Tampered'],
      'a ciphertext of 16 bytes that is no tag',
      tokenOf({ ...gcm, ciphertext: Buffer.alloc(16, 1) }),
      'DECRYPTION_FAILED'
    ],
    [
      'expire-little-endian',
      ['ByteOrder'],
      'the expiry in clear with its bytes the other way round',
      textOf(little),
      'MALFORMED_TOKEN'
    ],
    [
      'blocks-lost',
      ['Tampered'],
      'a CBC ciphertext that lacks its last block',
      tokenOf({ ...cbc, ciphertext: cbc.ciphertext.subarray(0, -16) }),
      'DECRYPTION_FAILED'
    ],
    [
      'blocks-swapped',
      ['Tampered'],
      'a CBC ciphertext with two blocks swapped',
      tokenOf({ ...cbc, ciphertext: swapped(cbc.ciphertext) }),
      'DECRYPTION_FAILED'
    ]
  ]
}

function swapped(ciphertext) {
  return Buffer.concat([ciphertext.subarray(16, 32), ciphertext.subarray(0, 16), ciphertext.subarray(32)])
}
