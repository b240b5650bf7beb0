// Plaintexts that are no claims, and claims of wrong types.
import { claimsText, EXPIRE, inBoth, MODES, PAYLOAD, sealed } from '../seal.mjs'

// what is encrypted instead of claims; with CBC, that is not told apart from a wrong key
export function plaintexts() {
  const wrong = [
    ['empty', ['EmptyPlaintext'], 'an empty plaintext, as PHP gives for invalid UTF-8', ''],
    ['blank', ['PlaintextNotJson'], 'a blank', ' '],
    ['plain', ['PlaintextNotJson'], 'plain text', 'app_id=1&user_id=demo'],
    ['cut', ['PlaintextNotJson'], 'JSON that is cut short', claimsText({}).slice(0, -1)],
    ['trailing-comma', ['PlaintextNotJson', 'StrictJson'], 'a comma too many', claimsText({}).replace('}', ',}')],
    ['trailing-text', ['PlaintextNotJson', 'StrictJson'], 'text behind the object', `${claimsText({})}x`],
    ['trailing-nul', ['PlaintextNotJson', 'NulTruncation'], 'a NUL behind the object', `${claimsText({})}\0`],
    ['two-objects', ['PlaintextNotJson', 'StrictJson'], 'two objects', claimsText({}) + claimsText({})],
    [
      'single-quotes',
      ['PlaintextNotJson', 'StrictJson'],
      'apostrophes for quotation marks',
      claimsText({}).replaceAll('"', "'")
    ],
    ['comment', ['PlaintextNotJson', 'StrictJson'], 'a comment', `${claimsText({})}// made today`],
    [
      'raw-control',
      ['PlaintextNotJson', 'StrictJson'],
      'a raw line break in a string',
      claimsText({}).replace('demo', 'de\nmo')
    ],
    ['raw-nul', ['PlaintextNotJson', 'NulTruncation'], 'a raw NUL in a string', claimsText({}).replace('demo', 'de\0mo')],
    ['number-form', ['PlaintextNotJson', 'StrictJson'], 'a number with a leading zero', claimsText({}).replace(':1,', ':01,')],
    ['null', ['PlaintextNotJson'], 'null', 'null'],
    ['string', ['PlaintextNotJson'], 'the claims as a JSON string: encoded twice', JSON.stringify(claimsText({}))],
    ['array', ['PlaintextNotJson'], 'the claims in an array', `[${claimsText({})}]`],
    ['number', ['PlaintextNotJson'], 'a number', '5'],
    ['two-boms', ['PlaintextNotJson', 'Bom'], 'two byte order marks', `\ufeff\ufeff${claimsText({})}`],
    ['utf-16', ['NotUtf8'], 'UTF-16', Buffer.from(claimsText({}), 'utf16le')],
    ['latin-1', ['NotUtf8'], 'Latin-1', Buffer.from(claimsText({ user_id: 'caf\u00e9' }), 'latin1')],
    ['overlong', ['NotUtf8'], 'an overlong form of a slash', bytesInside(0xc0, 0xaf)],
    ['surrogate', ['NotUtf8'], 'a surrogate in UTF-8, as CESU-8 writes it', bytesInside(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)],
    ['beyond', ['NotUtf8'], 'a code point beyond U+10FFFF', bytesInside(0xf4, 0x90, 0x80, 0x80)],
    ['lone-continuation', ['NotUtf8'], 'a continuation byte on its own', bytesInside(0x80)],
    ['cut-character', ['NotUtf8'], 'a character cut short', bytesInside(0xe7, 0x94)]
  ]
  return inBoth((mode) =>
    wrong.map(([name, flags, comment, plaintext]) => [
      `plaintext-${name}`,
      flags,
      `${comment}, in place of the claims`,
      sealed(`plaintext ${name}`, mode, Buffer.from(plaintext), { expire: EXPIRE }),
      mode === 'cbc' ? 'DECRYPTION_FAILED' : 'INVALID_CLAIMS'
    ])
  )
}

function bytesInside(...bytes) {
  const [before, after] = claimsText({}).split('demo')
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
}

export function claimTypes() {
  const integers = [
    ['missing', undefined, 'ClaimMissing'],
    ['null', null, 'ClaimType'],
    ['true', true, 'ClaimType'],
    ['array', [1], 'ClaimType'],
    ['object', {}, 'ClaimType'],
    ['fraction', 1.5, 'ClaimType'],
    ['string', '1', 'StringNumber'],
    ['empty-string', '', 'StringNumber']
  ]
  const table = {
    app_id: [...integers, ['negative', -1, 'AppIdRange'], ['too-large', 4294967296, 'AppIdRange']],
    user_id: [
      ['missing', undefined, 'ClaimMissing'],
      ['null', null, 'ClaimType'],
      ['number', 5, 'UserIdType'],
      ['true', true, 'ClaimType'],
      ['array', ['demo'], 'ClaimType'],
      ['object', { id: 'demo' }, 'ClaimType']
    ],
    nonce: [
      ...integers,
      ['over-int32', 2147483648, 'Nonce64Bit'],
      ['under-int32', -2147483649, 'Nonce64Bit'],
      ['uint32', 4294967295, 'Nonce64Bit'],
      ['53-bit', 9007199254740991, 'Nonce64Bit'],
      ['64-bit', 2 ** 62, 'Nonce64Bit']
    ],
    ctime: [...integers, ['2-53', 9007199254740992, 'ExpireRange'], ['date', '2023-11-14T22:13:20Z', 'ClaimType']],
    expire: [...integers, ['2-53', 9007199254740992, 'ExpireRange'], ['huge', 1e300, 'ExpireRange']],
    payload: [
      ['object', JSON.parse(PAYLOAD), 'PayloadObject'],
      ['empty-object', {}, 'PayloadObject'],
      ['array', [PAYLOAD], 'ClaimType'],
      ['number', 5, 'ClaimType'],
      ['false', false, 'ClaimType']
    ]
  }
  return Object.entries(table).flatMap(([claim, values]) =>
    values.map(([name, value, flag], index) => {
      const mode = MODES[index % MODES.length]
      const token = sealed(`claim ${claim} ${name}`, mode, claimsText({ [claim]: value }), { expire: EXPIRE })
      return [
        `claim-${claim.replace('_', '-')}-${name}`,
        [flag],
        `${claim}: ${JSON.stringify(value) ?? 'missing'}; ${mode.toUpperCase()}`,
        token,
        'INVALID_CLAIMS',
        claim
      ]
    })
  )
}
