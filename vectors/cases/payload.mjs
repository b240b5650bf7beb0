// Payload texts that a writer and a reader must take, and those that they must refuse.
const text = (patch) => JSON.stringify({ room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null, ...patch })
const replaced = (from, to) => text({}).replace(from, to)

const VALID = [
  ['login-only', ['PrivilegeKey'], 'only the key of login', text({ privilege: { 1: 1 } })],
  ['publish-only', ['PrivilegeKey'], 'only the key of publishing', text({ privilege: { 2: 1 } })],
  ['denied', ['PrivilegeValue'], 'both denied', text({ privilege: { 1: 0, 2: 0 } })],
  ['allowed', ['PrivilegeValue'], 'both allowed', text({ privilege: { 1: 1, 2: 1 } })],
  ['no-streams', ['StreamIdList'], 'no stream_id_list', text({ stream_id_list: undefined })],
  ['empty-streams', ['StreamIdList'], 'an empty stream_id_list', text({ stream_id_list: [] })],
  ['one-stream', ['StreamIdList'], 'one stream', text({ stream_id_list: ['s'] })],
  ['equal-streams', ['StreamIdList'], 'the same stream twice', text({ stream_id_list: ['s', 's'] })],
  [
    'many-streams',
    ['StreamIdList'],
    'a hundred streams',
    text({ stream_id_list: Array.from({ length: 100 }, (_, index) => `stream-${index}`) })
  ],
  ['stream-256', ['StreamIdList', 'Limits'], 'a stream id of 256 characters', text({ stream_id_list: ['s'.repeat(256)] })],
  [
    'stream-256-cjk',
    ['StreamIdList', 'Limits', 'NonAscii'],
    'a stream id of 256 characters and 768 bytes',
    text({ stream_id_list: ['\u6d41'.repeat(256)] })
  ],
  [
    'stream-256-astral',
    ['StreamIdList', 'Limits', 'Astral'],
    'a stream id of 256 characters, 512 UTF-16 units and 1,024 bytes',
    text({ stream_id_list: ['\u{1f3a5}'.repeat(256)] })
  ],
  ['room-1', ['RoomIdLength', 'Limits'], 'a room id of one byte', text({ room_id: 'r' })],
  ['room-128', ['RoomIdLength', 'Limits'], 'a room id of 128 bytes', text({ room_id: 'r'.repeat(128) })],
  [
    'room-126-cjk',
    ['RoomIdLength', 'Limits', 'NonAscii'],
    'a room id of 126 bytes in 42 characters',
    text({ room_id: '\u623f'.repeat(42) })
  ],
  [
    'room-128-astral',
    ['RoomIdLength', 'Limits', 'Astral'],
    'a room id of 128 bytes in 32 characters',
    text({ room_id: '\u{1f3e0}'.repeat(32) })
  ],
  [
    'room-escaped',
    ['EscapeFlavour'],
    'escapes, of which the value counts',
    replaced('"demo"', '"\\u0064\\/\\"\\\\\\n\\ud83c\\udfe0"')
  ],
  [
    'room-escaped-128',
    ['RoomIdLength', 'EscapeFlavour'],
    'a room id of 128 bytes, each written as an escape',
    replaced('demo', '\\u0072'.repeat(128))
  ],
  ['order', ['KeyOrder'], 'the fields in another order', '{"stream_id_list":null,"privilege":{"2":0,"1":1},"room_id":"demo"}'],
  [
    'whitespace',
    ['Whitespace'],
    'all white space that JSON knows',
    ' \t\r\n{ "room_id" : "demo" ,\n"privilege":{ "1" : 1 } }\n'
  ],
  [
    'number-forms',
    ['NumberForms'],
    'numbers equal to 0 and 1 in other forms',
    '{"room_id":"demo","privilege":{"1":1.0,"2":0e5}}'
  ],
  [
    'number-exponent',
    ['NumberForms'],
    'a number equal to 1 with an exponent, and zero with a point and one',
    '{"room_id":"demo","privilege":{"1":10e-1,"2":0.0e-1}}'
  ],
  ['escaped-keys', ['EscapeFlavour'], 'keys written with escapes', '{"room\\u005fid":"demo","privilege":{"\\u0031":1}}'],
  [
    'duplicate-room',
    ['DuplicateKeys'],
    'a field twice: the last one counts',
    '{"room_id":5,"privilege":{"1":1},"room_id":"demo"}'
  ],
  [
    'duplicate-privilege',
    ['DuplicateKeys'],
    'a privilege twice: the last one counts',
    '{"room_id":"demo","privilege":{"1":7,"1":1}}'
  ]
]

const INVALID = [
  ['blank', ['PayloadNotJson'], 'a blank', ' '],
  ['plain', ['PayloadNotJson'], 'plain text', 'demo'],
  ['open', ['PayloadNotJson'], 'JSON that is cut short', '{"room_id":"demo"'],
  ['trailing-comma', ['StrictJson'], 'a comma too many', '{"room_id":"demo","privilege":{"1":1},}'],
  ['missing-comma', ['StrictJson'], 'a comma too few', '{"room_id":"demo" "privilege":{"1":1}}'],
  ['array-trailing-comma', ['StrictJson'], 'a comma too many in the list', replaced('null', '["a",]')],
  ['single-quotes', ['StrictJson'], 'apostrophes for quotation marks', "{'room_id':'demo','privilege':{'1':1}}"],
  ['bare-keys', ['StrictJson'], 'keys without quotation marks', '{room_id:"demo",privilege:{1:1}}'],
  ['comment', ['StrictJson'], 'a comment', replaced('null', 'null/* any */')],
  ['leading-zero', ['StrictJson'], 'a number with a leading zero', replaced('"1":1', '"1":01')],
  ['plus', ['StrictJson'], 'a number with a plus', replaced('"1":1', '"1":+1')],
  ['point', ['StrictJson'], 'a number that ends with its point', replaced('"1":1', '"1":1.')],
  ['hexadecimal', ['StrictJson'], 'a hexadecimal number', replaced('"1":1', '"1":0x1')],
  ['nan', ['StrictJson'], 'NaN', replaced('"1":1', '"1":NaN')],
  ['literal-case', ['StrictJson'], 'a literal with a capital', replaced('null', 'Null')],
  ['raw-line-break', ['StrictJson'], 'a raw line break in a string', replaced('demo', 'de\nmo')],
  ['raw-nul', ['StrictJson', 'NulTruncation'], 'a raw NUL in a string', replaced('demo', 'de\0mo')],
  ['bad-escape', ['StrictJson'], 'an escape that JSON does not know', replaced('demo', 'd\\x65mo')],
  ['short-escape', ['StrictJson'], 'an escape of three digits', replaced('demo', 'd\\u065mo')],
  ['trailing-text', ['StrictJson'], 'text behind the object', `${text({})}x`],
  ['trailing-nul', ['StrictJson', 'NulTruncation'], 'a NUL behind the object', `${text({})}\0`],
  ['two-objects', ['StrictJson'], 'two objects', text({}) + text({})],
  ['bom', ['StrictJson', 'Bom'], 'a byte order mark before the object', `\ufeff${text({})}`],
  ['no-break-space', ['StrictJson'], 'a no-break space before the object', `\u00a0${text({})}`],
  ['null', ['PayloadShape'], 'null', 'null'],
  ['number', ['PayloadShape'], 'a number', '5'],
  ['string', ['PayloadShape'], 'the object as a JSON string: encoded twice', JSON.stringify(text({}))],
  ['array', ['PayloadShape'], 'an array', `[${text({})}]`],
  ['empty-array', ['PayloadShape'], 'an empty array', '[]'],
  ['empty-object', ['PayloadShape'], 'an empty object', '{}'],
  ['no-room', ['PayloadShape'], 'no room_id', text({ room_id: undefined })],
  ['no-privilege', ['PayloadShape'], 'no privilege', text({ privilege: undefined })],
  ['room-empty', ['RoomIdLength'], 'an empty room id', text({ room_id: '' })],
  ['room-129', ['RoomIdLength'], 'a room id of 129 bytes', text({ room_id: 'r'.repeat(129) })],
  [
    'room-129-cjk',
    ['RoomIdLength', 'NonAscii'],
    'a room id of 129 bytes in 43 characters',
    text({ room_id: '\u623f'.repeat(43) })
  ],
  [
    'room-132-astral',
    ['RoomIdLength', 'Astral'],
    'a room id of 132 bytes in 33 characters',
    text({ room_id: '\u{1f3e0}'.repeat(33) })
  ],
  ['room-number', ['PayloadShape'], 'a room id that is a number', text({ room_id: 5 })],
  ['room-null', ['PayloadShape'], 'a room id that is null', text({ room_id: null })],
  ['room-array', ['PayloadShape'], 'a room id that is an array', text({ room_id: ['demo'] })],
  ['privilege-empty', ['PrivilegeKey'], 'no privilege key', text({ privilege: {} })],
  ['privilege-array', ['PrivilegeKey'], 'privileges as an array', text({ privilege: [1, 0] })],
  ['privilege-null', ['PrivilegeKey'], 'privileges that are null', text({ privilege: null })],
  ['privilege-number', ['PrivilegeKey'], 'privileges as a number', text({ privilege: 1 })],
  ['privilege-key-0', ['PrivilegeKey'], 'privilege 0', text({ privilege: { 0: 1, 1: 1 } })],
  ['privilege-key-3', ['PrivilegeKey'], 'privilege 3', text({ privilege: { 1: 1, 3: 1 } })],
  ['privilege-key-name', ['PrivilegeKey'], 'a privilege by name', text({ privilege: { login: 1 } })],
  ['privilege-key-padded', ['PrivilegeKey'], 'a privilege key with a leading zero', text({ privilege: { '01': 1 } })],
  ['privilege-value-2', ['PrivilegeValue'], 'the value 2', text({ privilege: { 1: 2 } })],
  ['privilege-value-negative', ['PrivilegeValue'], 'the value -1', text({ privilege: { 1: -1 } })],
  ['privilege-value-fraction', ['PrivilegeValue'], 'the value 0.5', text({ privilege: { 1: 0.5 } })],
  ['privilege-value-true', ['PrivilegeValue'], 'the value true', text({ privilege: { 1: true } })],
  ['privilege-value-string', ['PrivilegeValue', 'StringNumber'], 'the value "1"', text({ privilege: { 1: '1' } })],
  ['privilege-value-null', ['PrivilegeValue'], 'the value null', text({ privilege: { 1: null } })],
  ['streams-string', ['StreamIdList'], 'streams as a string', text({ stream_id_list: 'a' })],
  ['streams-object', ['StreamIdList'], 'streams as an object', text({ stream_id_list: { 0: 'a' } })],
  ['streams-false', ['StreamIdList'], 'streams that are false', text({ stream_id_list: false })],
  ['stream-empty', ['StreamIdList'], 'an empty stream id', text({ stream_id_list: ['a', ''] })],
  ['stream-257', ['StreamIdList', 'Limits'], 'a stream id of 257 characters', text({ stream_id_list: ['s'.repeat(257)] })],
  [
    'stream-257-astral',
    ['StreamIdList', 'Limits', 'Astral'],
    'a stream id of 257 characters beyond the BMP',
    text({ stream_id_list: ['\u{1f3a5}'.repeat(257)] })
  ],
  ['stream-number', ['StreamIdList'], 'a stream id that is a number', text({ stream_id_list: [5] })],
  ['stream-null', ['StreamIdList'], 'a stream id that is null', text({ stream_id_list: ['a', null] })],
  ['stream-nested', ['StreamIdList'], 'a list inside the list', text({ stream_id_list: [['a']] })],
  ['unknown-field', ['UnknownField'], 'a field that does not exist', text({ role: 1 })],
  ['camel-case', ['UnknownField'], 'the room id in camel case beside the right one', text({ roomId: 'demo' })],
  ['wrong-case', ['UnknownField'], 'the room id in capitals', '{"ROOM_ID":"demo","privilege":{"1":1}}'],
  ['proto', ['UnknownField'], 'a field named __proto__', '{"room_id":"demo","privilege":{"1":1},"__proto__":{"2":1}}'],
  [
    'duplicate-last-wrong',
    ['DuplicateKeys'],
    'a field twice, of which the last one is wrong',
    '{"room_id":"demo","privilege":{"1":1},"room_id":""}'
  ]
]

/** The cases of payload-valid.json. */
export function payloadValidCases() {
  return VALID.map(([name, flags, comment, payload]) => ({
    id: `payload-${name}`,
    comment,
    flags,
    input: { payload },
    result: 'valid',
    payload: JSON.parse(payload)
  }))
}

/** The cases of payload-invalid.json. */
export function payloadInvalidCases() {
  return INVALID.map(([name, flags, comment, payload]) => ({
    id: `payload-refuse-${name}`,
    comment,
    flags,
    input: { payload },
    result: 'invalid',
    error: { code: 'INVALID_PAYLOAD', zegoCode: 1002075 }
  }))
}
