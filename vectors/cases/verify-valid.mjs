// Tokens that a reader must accept, and what it must read.
import { readFileSync } from 'node:fs'
import { distinctTexts } from './flavours.mjs'
import { claimsOf, EXPIRE, MODES, NOW, PAYLOAD, parts, SECRET, sealed, tokenOf } from './seal.mjs'

const OFFICIAL = JSON.parse(readFileSync(new URL('../../test/fixtures/official-tokens.json', import.meta.url), 'utf8')).tokens

const RICH = claimsOf({ user_id: 'a/<b>&"\\\b\t\n\f\r\x0b\x7f\x85\u00e9\u7528\u2028\u20ac\u{1f600}', payload: PAYLOAD })
const BLOCK = 16
const text = (patch) => JSON.stringify(claimsOf(patch))
const padded = (rest) => {
  const length = text({ user_id: '' }).length
  return text({ user_id: 'p'.repeat(((BLOCK - (length % BLOCK)) % BLOCK) + BLOCK + rest) })
}

// one entry: a name, flags, what it tests, the plaintext, and what is asked or expected beside the usual
const PLAINTEXTS = [
  ['nonce-smallest', ['NonceEnds'], 'nonce -2^31', text({ nonce: -2147483648 })],
  ['nonce-largest', ['NonceEnds'], 'nonce 2^31 - 1', text({ nonce: 2147483647 })],
  ['nonce-zero', ['NonceEnds'], 'nonce 0', text({ nonce: 0 })],
  ['app-id-largest', ['AppIdRange', 'Limits'], 'AppID 2^32 - 1', text({ app_id: 4294967295 })],
  ['user-id-empty', ['LongUserId'], 'an empty user id: a limit of writers, not of readers', text({ user_id: '' })],
  [
    'user-id-long',
    ['LongUserId'],
    'a user id of 1,000 bytes: a limit of writers, not of readers',
    text({ user_id: 'u'.repeat(1000) })
  ],
  [
    'user-id-nul',
    ['NulTruncation', 'LongUserId'],
    'a NUL inside the user id, which has to survive',
    text({ user_id: 'ab\0cd' })
  ],
  [
    'user-id-controls',
    ['ControlCharacters', 'LongUserId'],
    'control characters in the user id',
    text({ user_id: '\x01\x1b\x1f\x7f' })
  ],
  ['user-id-astral', ['Astral'], 'raw four-byte characters', text({ user_id: '\u{1f600}\u{10ffff}' })],
  ['escapes-usual', ['EscapeFlavour'], 'usual characters written as escapes', text({}).replace('"demo"', '"\\u0064\\u0065mo"')],
  ['escapes-keys', ['EscapeFlavour'], 'keys written with escapes', text({}).replace('user_id', 'user\\u005fid')],
  [
    'escapes-hex-case',
    ['EscapeFlavour'],
    'hexadecimal digits of both cases',
    text({}).replace('demo', '\\u00E9\\u00e9'),
    { user_id: '\u00e9\u00e9' }
  ],
  [
    'escapes-pair',
    ['EscapeFlavour', 'Astral'],
    'a surrogate pair written as two escapes',
    text({}).replace('demo', '\\ud83d\\uDE00'),
    { user_id: '\u{1f600}' }
  ],
  ['escapes-slash', ['EscapeFlavour'], 'an escaped slash', text({}).replace('demo', 'a\\/b'), { user_id: 'a/b' }],
  ['payload-null', ['PayloadNull'], 'a payload of null, as some writers give for none', text({ payload: null })],
  ['payload-missing', ['PayloadNull'], 'no payload, as in UIKit’s test tokens', text({ payload: undefined })],
  ['unknown-claim', ['UnknownClaims'], 'a claim that nobody knows', text({ version: 4 })],
  [
    'unknown-claims-nested',
    ['UnknownClaims'],
    'unknown claims with objects and arrays inside',
    text({ extra: { app_id: 'x', list: [null, [1e3]] } })
  ],
  [
    'unknown-claim-proto',
    ['UnknownClaims'],
    'an unknown claim named __proto__',
    text({}).replace('{', '{"__proto__":{"app_id":9},')
  ],
  [
    'duplicate-claim',
    ['DuplicateKeys'],
    'a claim twice: the last one counts',
    text({}).replace('"nonce"', '"app_id":7,"nonce"'),
    { app_id: 7 }
  ],
  [
    'duplicate-claim-type',
    ['DuplicateKeys'],
    'a claim twice, of which the first has a wrong type',
    text({}).replace('{', '{"user_id":5,')
  ],
  ['number-exponent', ['NumberForms'], 'an AppID of 1e0', text({}).replace('"app_id":1', '"app_id":1e0')],
  [
    'number-point',
    ['NumberForms'],
    'times with .0',
    text({}).replace(`${NOW},`, `${NOW}.0,`).replace(`${EXPIRE},`, `${EXPIRE}.0,`)
  ],
  [
    'number-scaled',
    ['NumberForms'],
    'times with exponents',
    text({}).replace(`${NOW},`, '17E+8,').replace(`${EXPIRE},`, '17000036e2,')
  ],
  ['number-negative-zero', ['NumberForms'], 'a nonce of -0', text({}).replace('1234567', '-0'), { nonce: 0 }],
  ['whitespace', ['Whitespace'], 'all white space that JSON knows', ` \t\r\n${JSON.stringify(claimsOf(), null, 2)}\n\t `],
  ['bom', ['Bom'], 'a byte order mark before the object', `\ufeff${text({})}`],
  ['bom-inside', ['Bom'], 'U+FEFF inside an id, which has to survive', text({ user_id: '\ufeffdemo' })],
  [
    'key-order',
    ['KeyOrder'],
    'the claims in reverse',
    JSON.stringify(Object.fromEntries(Object.entries(claimsOf()).reverse()))
  ],
  ...[0, 1, 15].map((rest) => [
    `block-${rest}`,
    ['BlockBorder', ...(rest === 0 ? ['FullBlockPadding'] : [])],
    `a plaintext of ${rest} bytes more than whole blocks`,
    padded(rest)
  ]),
  ['expire-2038', ['ExpireRange'], 'an expiry beyond a signed int32', text({ expire: 2147483648 })],
  ['expire-2106', ['ExpireRange'], 'an expiry beyond a uint32', text({ expire: 4294967296 })],
  ['expire-largest', ['ExpireRange'], 'the largest expiry that a double holds exactly', text({ expire: 9007199254740991 })],
  ['ctime-negative', ['ExpireRange'], 'made before 1970', text({ ctime: -1 })],
  ['ctime-now', ['CtimeInFuture'], 'made in the very second of reading', text({}), {}, { now: NOW }],
  ['expire-next', ['Expired'], 'read in its last second', text({}), {}, { now: EXPIRE - 1 }],
  [
    'expired-tolerated',
    ['Expired', 'ClockTolerance'],
    'expired, but within the tolerance',
    text({}),
    {},
    { now: EXPIRE + 4, clockToleranceInSeconds: 5 }
  ],
  [
    'future-tolerated',
    ['CtimeInFuture', 'ClockTolerance'],
    'made in the future, but within the tolerance: .NET rounds its clock up',
    text({}),
    {},
    { now: NOW - 5, clockToleranceInSeconds: 5 }
  ],
  [
    'expected',
    ['PrivilegeToken', 'AppIdMismatch', 'UserIdMismatch', 'RoomIdMismatch'],
    'AppID, user and room as expected',
    text({ payload: PAYLOAD }),
    {},
    { appId: 1, userId: 'demo', roomId: 'demo' }
  ],
  ['modes-both', ['ModeNotAllowed'], 'both modes allowed', text({}), {}, { modes: ['gcm', 'cbc'] }],
  [
    'payload-streams',
    ['PrivilegeToken', 'StreamIdList'],
    'a payload with streams',
    text({ payload: PAYLOAD.replace('null', '["a","\u{1f3a5}"]') })
  ],
  [
    'payload-spaced',
    ['PrivilegeToken', 'Whitespace'],
    'a payload with white space, which is kept',
    text({ payload: ` ${PAYLOAD} ` })
  ],
  [
    'payload-numbers',
    ['PrivilegeToken', 'NumberForms'],
    'a payload with numbers in other forms',
    text({ payload: '{"room_id":"demo","privilege":{"1":1.0,"2":0e1}}' })
  ],
  [
    'payload-duplicate',
    ['PrivilegeToken', 'DuplicateKeys'],
    'a payload with a field twice',
    text({ payload: '{"room_id":"x","privilege":{"1":1},"room_id":"demo"}' })
  ]
]

/** The cases of verify-valid.json. */
export function verifyValidCases() {
  const plain = PLAINTEXTS.flatMap(([name, flags, comment, plaintext, patch = {}, input = {}]) =>
    MODES.map((mode) => {
      const claims = { ...readClaims(plaintext), ...patch }
      const token = sealed(`valid ${name}`, mode, plaintext, { expire: claims.expire })
      return accepted(`${name}-${mode}`, flags, `${comment}; ${mode.toUpperCase()}`, { token, ...input }, claims, mode)
    })
  )
  return [...writers(), ...official(), ...plain, ...envelopes()]
}

function writers() {
  return MODES.flatMap((mode) =>
    distinctTexts(RICH).map(({ text, writers }) => {
      const token = sealed(`valid ${writers[0]}`, mode, text)
      const comment = `many characters as ${writers.join(', ')} write them; ${mode.toUpperCase()}`
      return accepted(
        `written-by-${writers[0]}-${mode}`,
        ['EscapeFlavour', 'KeyOrder', 'PrivilegeToken'],
        comment,
        { token },
        RICH,
        mode
      )
    })
  )
}

// their nonce is random, so it is read from the token, as every other case is read from its plaintext
function official() {
  return OFFICIAL.map(({ writer, token, appId, userId, payload, nonce, expire, effectiveTimeInSeconds }) => {
    const kind = payload === '' ? 'BasicToken' : 'PrivilegeToken'
    const claims = { app_id: appId, user_id: userId, nonce, ctime: expire - effectiveTimeInSeconds, expire, payload }
    const input = { token, now: claims.ctime, appId, userId }
    const name = `official-${writer}-${payload === '' ? 'basic' : 'privilege'}`
    return accepted(
      name,
      [kind],
      `a token made by the official assistant: ${writer}`,
      input,
      claims,
      writer === 'node-gcm' ? 'gcm' : 'cbc'
    )
  })
}

function envelopes() {
  const explicit = tokenOf({ ...parts('explicit', 'cbc', claimsOf()), tail: [0] })
  const largest = claimsOf({ user_id: '' })
  largest.user_id = 'L'.repeat(65_535 - 16 - JSON.stringify(largest).length)
  return [
    accepted('explicit-mode-byte', ['ExplicitModeByte'], 'an explicit mode byte 0', { token: explicit }, claimsOf(), 'cbc'),
    ...MODES.map((mode) =>
      accepted(
        `largest-${mode}`,
        ['Limits', 'LengthWrapped'],
        `the largest plaintext, 65,519 bytes; ${mode.toUpperCase()}`,
        { token: sealed('largest', mode, largest) },
        largest,
        mode
      )
    ),
    ...MODES.map((mode) =>
      accepted(
        `one-mode-${mode}`,
        ['ModeNotAllowed'],
        `only ${mode.toUpperCase()} allowed, and used`,
        { token: sealed('one mode', mode, claimsOf()), modes: [mode] },
        claimsOf(),
        mode
      )
    ),
    accepted(
      'secret-multibyte',
      ['SecretCharacters'],
      'a secret of 32 bytes in 16 characters',
      { token: sealed('multibyte', 'gcm', claimsOf(), { key: '\u00e9'.repeat(16) }), serverSecret: '\u00e9'.repeat(16) },
      claimsOf(),
      'gcm'
    )
  ]
}

function readClaims(plaintext) {
  const { app_id, user_id, nonce, ctime, expire, payload } = JSON.parse(plaintext.replace(/^\ufeff/, ''))
  return { app_id, user_id, nonce, ctime, expire, payload: payload ?? '' }
}

function accepted(name, flags, comment, input, claims, mode) {
  return {
    id: `verify-${name}`,
    comment,
    flags,
    input: { serverSecret: SECRET, now: NOW + 1, ...input },
    result: 'valid',
    claims,
    payload: claims.payload === '' ? null : JSON.parse(claims.payload),
    mode,
    authenticated: mode === 'gcm'
  }
}
