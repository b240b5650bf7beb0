// Tokens that are right in themselves, at a wrong time, for someone else, or with a wrong payload.
import { claimsOf, claimsText, EXPIRE, inBoth, MODES, NOW, PAYLOAD, parts, SECRET, sealed, tokenOf } from '../seal.mjs'

export function times() {
  const ms = claimsText({ ctime: NOW * 1000, expire: EXPIRE * 1000 })
  return inBoth((mode) => {
    const at = (input) => ({ token: sealed('times', mode, claimsOf()), ...input })
    const clear = (name, expire, comment) => [
      `clear-${name}`,
      ['ExpireMismatch'],
      `the expiry in clear is ${comment} the one inside`,
      tokenOf({ ...parts('times', mode, claimsOf()), expire }),
      'EXPIRE_MISMATCH'
    ]
    return [
      clear('later', EXPIRE + 1, 'a second later than'),
      clear('earlier', EXPIRE - 1, 'a second earlier than'),
      clear('far-later', EXPIRE + 31_536_000, 'a year later than'),
      clear('zero', 0, 'zero, unlike'),
      clear('negative', -EXPIRE, 'the negative of'),
      ['expired-at', ['Expired'], 'read at the very second of its expiry', at({ now: EXPIRE }), 'EXPIRED'],
      ['expired-later', ['Expired'], 'read a day after its expiry', at({ now: EXPIRE + 86_400 }), 'EXPIRED'],
      [
        'expired-tolerance',
        ['Expired', 'ClockTolerance'],
        'read when its expiry and the tolerance are over',
        at({ now: EXPIRE + 5, clockToleranceInSeconds: 5 }),
        'EXPIRED'
      ],
      [
        'expired-negative',
        ['Expired'],
        'an expiry before 1970, of a negative validity',
        sealed('negative', mode, claimsText({ expire: -1 }), { expire: -1 }),
        'EXPIRED'
      ],
      [
        'expired-when-made',
        ['Expired'],
        'made with a validity of zero',
        { token: sealed('zero', mode, claimsText({ expire: NOW }), { expire: NOW }), now: NOW },
        'EXPIRED'
      ],
      ['future', ['CtimeInFuture'], 'read a second before it was made', at({ now: NOW - 1 }), 'NOT_YET_VALID'],
      [
        'future-tolerance',
        ['CtimeInFuture', 'ClockTolerance'],
        'made a second beyond the tolerance',
        at({ now: NOW - 6, clockToleranceInSeconds: 5 }),
        'NOT_YET_VALID'
      ],
      [
        'milliseconds',
        ['Milliseconds', 'CtimeInFuture'],
        'times in milliseconds',
        sealed('milliseconds', mode, ms, { expire: EXPIRE * 1000 }),
        'NOT_YET_VALID'
      ]
    ]
  })
}

export function expectations() {
  const made = (name, patch, mode = 'gcm') => sealed(`expect ${name}`, mode, claimsOf(patch))
  const nfc = '\u00e9'
  const nfd = 'e\u0301'
  const user = (name, flags, comment, user_id, userId, mode) => [
    `user-${name}`,
    flags,
    comment,
    { token: made(`user ${name}`, { user_id }, mode), userId },
    'USER_ID_MISMATCH'
  ]
  const room = (name, comment, payload, roomId, mode) => [
    `room-${name}`,
    ['RoomIdMismatch'],
    comment,
    { token: made(`room ${name}`, { payload }, mode), roomId },
    'ROOM_ID_MISMATCH'
  ]
  return [
    ['app-id-other', ['AppIdMismatch'], 'another AppID than expected', { token: made('app', {}), appId: 2 }, 'APP_ID_MISMATCH'],
    [
      'app-id-other-cbc',
      ['AppIdMismatch'],
      'another AppID than expected; CBC',
      { token: made('app', {}, 'cbc'), appId: 10 },
      'APP_ID_MISMATCH'
    ],
    [
      'app-id-signed',
      ['AppIdMismatch', 'AppIdRange'],
      'AppIDs that are equal in their low 31 bits',
      { token: made('app signed', { app_id: 2147483649 }), appId: 1 },
      'APP_ID_MISMATCH'
    ],
    user('other', ['UserIdMismatch'], 'another user than expected', 'demo', 'other'),
    user('other-cbc', ['UserIdMismatch'], 'another user than expected; CBC', 'demo', 'dem', 'cbc'),
    user('case', ['UserIdMismatch'], 'the user in capitals', 'demo', 'DEMO'),
    user('space', ['UserIdMismatch'], 'the user with a blank behind', 'demo', 'demo '),
    user('empty', ['UserIdMismatch'], 'an empty user expected', 'demo', ''),
    user('nul', ['UserIdMismatch', 'NulTruncation'], 'equal up to a NUL', 'demo\0x', 'demo'),
    user('normalised', ['UserIdMismatch', 'NonAscii'], 'the same letters, composed and decomposed', nfc, nfd),
    user('number', ['UserIdMismatch'], 'equal as numbers', '1e1', '10'),
    room('other', 'another room than expected', PAYLOAD, 'other'),
    room('other-cbc', 'another room than expected; CBC', PAYLOAD, 'demo2', 'cbc'),
    room('case', 'the room in capitals', PAYLOAD, 'DEMO'),
    room('basic', 'a room expected of a basic token', '', 'demo'),
    room('basic-cbc', 'a room expected of a basic token; CBC', '', 'demo', 'cbc'),
    ...MODES.map((mode) => [
      `mode-${mode}-not-allowed`,
      ['ModeNotAllowed'],
      `${mode.toUpperCase()} where only the other mode is allowed`,
      { token: made('mode', {}, mode), modes: MODES.filter((other) => other !== mode) },
      'MODE_NOT_ALLOWED'
    ])
  ]
}

export function payloads() {
  const wrong = [
    ['plain', 'PayloadNotJson', 'a payload of plain text', 'demo'],
    ['blank', 'PayloadNotJson', 'a payload of a blank', ' '],
    ['null-text', 'PayloadShape', 'a payload of the text null', 'null'],
    ['empty-object', 'PayloadShape', 'a payload of an empty object', '{}'],
    ['no-room', 'PayloadShape', 'a payload without a room', '{"privilege":{"1":1}}'],
    ['twice', 'PayloadShape', 'a payload encoded twice', JSON.stringify(PAYLOAD)],
    ['room-129', 'RoomIdLength', 'a room id of 129 bytes', PAYLOAD.replace('demo', 'r'.repeat(129))],
    ['privilege-3', 'PrivilegeKey', 'privilege 3', PAYLOAD.replace('"2"', '"3"')],
    ['privilege-true', 'PrivilegeValue', 'a privilege of true', PAYLOAD.replace('"1":1', '"1":true')],
    ['stream-257', 'StreamIdList', 'a stream id of 257 characters', PAYLOAD.replace('null', JSON.stringify(['s'.repeat(257)]))],
    ['unknown-field', 'UnknownField', 'a payload with a field that does not exist', PAYLOAD.replace('{', '{"role":1,')],
    ['trailing-comma', 'StrictJson', 'a payload with a comma too many', PAYLOAD.replace('null}', 'null,}')]
  ]
  return wrong.map(([name, flag, comment, payload], index) => {
    const mode = MODES[index % MODES.length]
    return [
      `payload-${name}`,
      [flag],
      `${comment}; ${mode.toUpperCase()}`,
      sealed(`payload ${name}`, mode, claimsOf({ payload })),
      'INVALID_PAYLOAD'
    ]
  })
}

export function options() {
  const token = sealed('options', 'gcm', claimsOf())
  return [
    [
      'secret-31',
      ['SecretLength'],
      'a reader with a secret of 31 bytes',
      { token, serverSecret: SECRET.slice(1) },
      'INVALID_SERVER_SECRET'
    ],
    [
      'secret-33',
      ['SecretLength', 'SecretTruncated'],
      'a reader with a secret of 33 bytes, of which the first 32 are right',
      { token, serverSecret: `${SECRET}0` },
      'INVALID_SERVER_SECRET'
    ],
    [
      'secret-48-bytes',
      ['SecretCharacters'],
      'a reader with a secret of 32 characters, but 48 bytes',
      { token, serverSecret: '\u00e9'.repeat(16) + 'e'.repeat(16) },
      'INVALID_SERVER_SECRET'
    ],
    [
      'secret-undefined',
      ['SecretUndefined'],
      'a reader with the text undefined',
      { token, serverSecret: 'undefined' },
      'INVALID_SERVER_SECRET'
    ],
    [
      'secret-app-sign',
      ['AppSignAsSecret'],
      'a reader with an AppSign',
      { token, serverSecret: SECRET + SECRET },
      'INVALID_SERVER_SECRET'
    ],
    ['secret-missing', ['SecretType'], 'a reader without a secret', { token, serverSecret: undefined }, 'INVALID_SERVER_SECRET']
  ]
}
