// Making tokens with a random IV and the real clock: what a port must accept, and what it must refuse.
import { claimsOf, MODES, PAYLOAD, SECRET } from './seal.mjs'

// in both modes: GCM adds its tag of 16 bytes, CBC fills the last block of 65,520
const LARGEST_PLAINTEXT = 65_535 - 16

const optionsOf = (patch) => ({
  appId: 1,
  userId: 'demo',
  serverSecret: SECRET,
  effectiveTimeInSeconds: 3600,
  payload: '',
  ...patch
})
const roomPayload = (roomId) => JSON.stringify({ room_id: roomId, privilege: { 1: 1 }, stream_id_list: null })

const VALID = [
  ['basic', ['BasicToken'], 'a basic token', {}],
  ['no-payload', ['BasicToken'], 'no payload at all, which is that of a basic token', { payload: undefined }],
  ['privilege', ['PrivilegeToken'], 'a privilege token', { payload: PAYLOAD }],
  [
    'payload-spaced',
    ['PrivilegeToken', 'Whitespace'],
    'white space in the payload, which is kept',
    { payload: ` ${PAYLOAD.replaceAll(',', ' ,\n')}\t` }
  ],
  [
    'payload-escapes',
    ['PrivilegeToken', 'EscapeFlavour'],
    'escapes in the payload, which are kept',
    { payload: '{"room_id":"\\u0064emo\\u4e2d\\ud83d\\ude00","privilege":{"1":1}}' }
  ],
  [
    'payload-non-ascii',
    ['PrivilegeToken', 'NonAscii'],
    'characters of each UTF-8 length in the payload',
    { payload: roomPayload('a\u00e9\u4e2d\u{1f600}') }
  ],
  ['app-id-smallest', ['Limits', 'AppIdRange'], 'the smallest AppID', { appId: 1, userId: 'a' }],
  ['app-id-largest', ['Limits', 'AppIdRange'], 'the largest AppID, 2^32 - 1', { appId: 4294967295 }],
  ['app-id-signed', ['Limits', 'AppIdRange'], 'an AppID of 2^31, negative in an int32', { appId: 2147483648 }],
  ['user-id-shortest', ['Limits', 'UserIdLength'], 'a user id of one byte', { userId: 'x' }],
  ['user-id-longest', ['Limits', 'UserIdLength'], 'a user id of 64 bytes', { userId: 'u'.repeat(64) }],
  [
    'user-id-longest-cjk',
    ['Limits', 'UserIdLength', 'NonAscii'],
    'a user id of 63 bytes in 21 characters',
    { userId: '\u7528'.repeat(21) }
  ],
  [
    'user-id-longest-astral',
    ['Limits', 'UserIdLength', 'Astral'],
    'a user id of 64 bytes in 16 characters',
    { userId: '\u{1f600}'.repeat(16) }
  ],
  [
    'user-id-escapes',
    ['EscapeFlavour'],
    'a user id of characters that writers escape differently',
    { userId: '<&>"\\/\u2028\u0085' }
  ],
  ['user-id-number', ['UserIdType'], 'a user id of digits, which stays a string', { userId: '123' }],
  ['time-shortest', ['Limits', 'EffectiveTimeRange'], 'a validity of one second', { effectiveTimeInSeconds: 1 }],
  ['time-longest', ['Limits', 'EffectiveTimeRange'], 'a validity of 24 days', { effectiveTimeInSeconds: 2073600 }],
  [
    'secret-not-hex',
    ['SecretHexDecoded'],
    'a secret that is no hexadecimal text',
    { serverSecret: 'ZEGO-secret-of-thirty-two-bytes!' }
  ],
  [
    'secret-multibyte',
    ['SecretCharacters', 'SecretLength'],
    'a secret of 32 bytes in 16 characters',
    { serverSecret: '\u00e9'.repeat(16) }
  ],
  [
    'secret-multibyte-astral',
    ['SecretCharacters', 'SecretLength'],
    'a secret of 32 bytes in 8 characters',
    { serverSecret: '\u{1f511}'.repeat(8) }
  ],
  ['room-id-longest', ['Limits', 'RoomIdLength'], 'a room id of 128 bytes', { payload: roomPayload('r'.repeat(128)) }],
  [
    'stream-longest',
    ['Limits', 'StreamIdList'],
    'a stream id of 256 characters',
    { payload: PAYLOAD.replace('null', JSON.stringify(['s'.repeat(256)])) }
  ],
  [
    'largest',
    ['TokenTooLarge', 'LengthWrapped', 'Limits'],
    'a ciphertext close to the 65,535 bytes that fit',
    { payload: filled(0) }
  ]
]

const CONTROLS = Array.from({ length: 33 }, (_, index) => (index === 32 ? 0x7f : index))
const INVALID = [
  ...[
    ['zero', 0, 'AppIdRange'],
    ['negative', -1, 'AppIdRange'],
    ['fraction', 1.5, 'AppIdRange'],
    ['too-large', 4294967296, 'AppIdRange'],
    ['uint64', 2 ** 64, 'AppIdRange'],
    ['string', '1', 'AppIdType'],
    ['empty-string', '', 'AppIdType'],
    ['boolean', true, 'AppIdType'],
    ['null', null, 'AppIdType'],
    ['array', [1], 'AppIdType'],
    ['missing', undefined, 'AppIdType']
  ].map(([name, appId, flag]) => [
    `app-id-${name}`,
    [flag],
    `appId: ${JSON.stringify(appId) ?? 'missing'}`,
    { appId },
    'INVALID_APP_ID'
  ]),
  ['user-id-empty', ['UserIdEmpty'], 'an empty user id', { userId: '' }, 'INVALID_USER_ID'],
  ['user-id-65', ['UserIdLength'], 'a user id of 65 bytes', { userId: 'u'.repeat(65) }, 'INVALID_USER_ID'],
  [
    'user-id-66-cjk',
    ['UserIdLength', 'NonAscii'],
    'a user id of 66 bytes in 22 characters',
    { userId: '\u7528'.repeat(22) },
    'INVALID_USER_ID'
  ],
  [
    'user-id-68-astral',
    ['UserIdLength', 'Astral'],
    'a user id of 68 bytes in 17 characters',
    { userId: '\u{1f600}'.repeat(17) },
    'INVALID_USER_ID'
  ],
  ...[5, true, null, ['demo'], undefined].map((userId) => [
    `user-id-${userId === null ? 'null' : Array.isArray(userId) ? 'array' : typeof userId}`,
    ['UserIdType'],
    `userId: ${JSON.stringify(userId) ?? 'missing'}`,
    { userId },
    'INVALID_USER_ID'
  ]),
  ...CONTROLS.map((code) => {
    const name = code.toString(16).toUpperCase().padStart(4, '0')
    const flags = code === 0 ? ['NulTruncation', 'UserIdControlCharacters'] : ['UserIdControlCharacters']
    return [
      `user-id-u${name.toLowerCase()}`,
      flags,
      `U+${name} in a user id`,
      { userId: `ab${String.fromCharCode(code)}cd` },
      'INVALID_USER_ID'
    ]
  }),
  ...[
    ['empty', '', 'SecretLength', 'an empty secret'],
    ['31', SECRET.slice(1), 'SecretLength', 'a secret of 31 bytes'],
    ['33', `${SECRET}0`, 'SecretLength', 'a secret of 33 bytes'],
    ['16', SECRET.slice(16), 'SecretLength', 'a secret of 16 bytes, which would be a key of AES-128'],
    ['24', SECRET.slice(8), 'SecretLength', 'a secret of 24 bytes, which would be a key of AES-192'],
    ['newline', `${SECRET}\n`, 'SecretTruncated', 'a secret with a line break behind it'],
    ['48-bytes', '\u00e9'.repeat(16) + 'e'.repeat(16), 'SecretCharacters', 'a secret of 32 characters, but 48 bytes'],
    ['96-bytes', '\u7528'.repeat(32), 'SecretCharacters', 'a secret of 32 characters, but 96 bytes'],
    ['undefined', 'undefined', 'SecretUndefined', 'the text of a variable that is not set'],
    ['null-text', 'null', 'SecretUndefined', 'the text of a value that is null'],
    ['app-sign', SECRET + SECRET, 'AppSignAsSecret', 'an AppSign of 64 hexadecimal digits where the ServerSecret belongs'],
    ['number', 5, 'SecretType', 'a secret that is a number'],
    ['null', null, 'SecretType', 'a secret that is null'],
    ['missing', undefined, 'SecretType', 'no secret']
  ].map(([name, serverSecret, flag, comment]) => [
    `secret-${name}`,
    [flag],
    comment,
    { serverSecret },
    'INVALID_SERVER_SECRET'
  ]),
  ...[
    ['zero', 0, 'EffectiveTimeRange'],
    ['negative', -1, 'EffectiveTimeRange'],
    ['very-negative', -9007199254740991, 'EffectiveTimeRange'],
    ['fraction', 0.5, 'EffectiveTimeRange'],
    ['fraction-above', 3600.5, 'EffectiveTimeRange'],
    ['over-24-days', 2073601, 'EffectiveTimeRange'],
    ['int64', 2 ** 63, 'EffectiveTimeRange'],
    ['timestamp', 1700003600, 'UnixTimestamp'],
    ['timestamp-milliseconds', 1700003600000, 'Milliseconds'],
    ['milliseconds', 3600000, 'Milliseconds'],
    ['string', '3600', 'EffectiveTimeType'],
    ['null', null, 'EffectiveTimeType'],
    ['missing', undefined, 'EffectiveTimeType']
  ].map(([name, effectiveTimeInSeconds, flag]) => [
    `time-${name}`,
    [flag],
    `effectiveTimeInSeconds: ${JSON.stringify(effectiveTimeInSeconds) ?? 'missing'}`,
    { effectiveTimeInSeconds },
    'INVALID_EFFECTIVE_TIME'
  ]),
  ['mode-unknown', ['ModeNotAllowed'], 'a mode that does not exist', { mode: 'ecb' }, 'INVALID_OPTION'],
  ['payload-number', ['PayloadNotJson'], 'a payload that is a number', { payload: 5 }, 'INVALID_PAYLOAD'],
  ['payload-object', ['PayloadObject'], 'a payload that is an object, and an empty one', { payload: {} }, 'INVALID_PAYLOAD'],
  ['payload-boolean', ['PayloadNotJson'], 'a payload that is a boolean', { payload: true }, 'INVALID_PAYLOAD']
]

const TOO_LARGE = [
  ['too-large', ['TokenTooLarge'], 'a ciphertext of some bytes more than fit', 40],
  ['too-large-wrapped', ['TokenTooLarge', 'LengthWrapped'], 'a ciphertext whose length wraps to a small number', 500]
]

/** The cases of generate-live.json. */
export function generateLiveCases() {
  return VALID.flatMap(([name, flags, comment, patch]) =>
    MODES.map((mode) => ({
      id: `live-${name}-${mode}`,
      comment: `${comment}; ${mode.toUpperCase()}`,
      flags,
      input: { ...optionsOf(patch), mode },
      result: 'valid'
    }))
  )
}

/** The cases of generate-invalid.json. */
export function generateInvalidCases() {
  const cases = INVALID.map(([name, flags, comment, patch, code], index) =>
    refused(name, flags, comment, { mode: MODES[index % MODES.length], ...patch }, code)
  )
  const large = TOO_LARGE.flatMap(([name, flags, comment, surplus]) =>
    MODES.map((mode) => refused(`${name}-${mode}`, flags, comment, { payload: filled(surplus), mode }, 'TOKEN_TOO_LARGE'))
  )
  return [...cases, ...large]
}

const ERROR_CODES = { INVALID_APP_ID: 1, INVALID_USER_ID: 3, INVALID_SERVER_SECRET: 5, INVALID_EFFECTIVE_TIME: 6 }

function refused(name, flags, comment, patch, code) {
  const error = { code, errorCode: ERROR_CODES[code] ?? -1 }
  return { id: `refuse-${name}`, comment, flags, input: optionsOf(patch), result: 'invalid', error }
}

// white space fills a payload up without an escape; the nonce, of one to eleven characters, is left room for
function filled(surplus) {
  const frame = JSON.stringify(claimsOf({ nonce: -2147483648, payload: PAYLOAD })).length
  return PAYLOAD + ' '.repeat(LARGEST_PLAINTEXT - frame + surplus)
}
