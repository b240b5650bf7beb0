// Kit Tokens: what a writer gives, and what a reader must refuse.
import { claimsOf, sealed } from './seal.mjs'

const TOKEN = sealed('kit', 'gcm', claimsOf())
const USER = { appId: 1, userId: 'demo', roomId: 'room', userName: 'Demo' }

const VALID = [
  ['plain', ['KitToken'], 'ids and a name in ASCII', {}],
  [
    'spaces',
    ['KitToken'],
    'blanks, which are %20 in the name and stay as they are in ids',
    { userId: 'a b', roomId: 'r r', userName: 'A B' }
  ],
  ['name-non-ascii', ['KitToken', 'NonAscii'], 'a name beyond Latin-1', { userName: '\u5f20\u4e09' }],
  ['name-astral', ['KitToken', 'Astral'], 'a name beyond the BMP', { userName: '\u{1f600}' }],
  ['name-latin', ['KitToken', 'NonAscii'], 'a name in Latin-1', { userName: 'Zo\u00eb' }],
  ['name-empty', ['KitToken'], 'an empty name', { userName: '' }],
  [
    'name-percent',
    ['KitToken'],
    'a name with a percent sign and what encodeURIComponent leaves alone',
    { userName: "100% (-_.!~*')" }
  ],
  [
    'room-non-ascii',
    ['KitToken', 'NonAscii'],
    'a room id beyond Latin-1, at which ZEGO’s own function throws',
    { roomId: '\u623f\u95f4' }
  ],
  ['user-non-ascii', ['KitToken', 'NonAscii'], 'a user id beyond Latin-1', { userId: '\u7528\u6237' }],
  ['user-astral', ['KitToken', 'Astral'], 'a user id beyond the BMP', { userId: '\u{1f600}' }],
  ['room-latin', ['KitToken', 'NonAscii'], 'a room id in Latin-1, escaped like all that is not ASCII', { roomId: 'caf\u00e9' }],
  ['hash', ['KitToken'], 'a # in every field', { userId: '#u', roomId: 'r#', userName: '#n#' }],
  [
    'quotes',
    ['KitToken', 'EscapeFlavour'],
    'quotation marks and backslashes',
    { userId: '"u\\', roomId: '\\"', userName: '"\\' }
  ],
  ['delete', ['KitToken', 'ControlCharacters'], 'U+0080, beyond ASCII, and a slash', { userId: '\u0080/' }],
  ['app-id-largest', ['KitToken', 'AppIdRange'], 'the largest AppID', { appId: 4294967295 }]
]

const kit = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'latin1').toString('base64')
const PARTS = { userID: 'demo', roomID: 'room', userName: 'Demo', appID: 1 }
const INVALID = [
  ['empty', 'an empty text', ''],
  ['token-only', 'a token04 alone', TOKEN],
  ['no-json', 'nothing behind the #', `${TOKEN}#`],
  ['no-token', 'nothing before the #', `#${kit(PARTS)}`],
  ['two-hashes', 'a second #', `${TOKEN}#${kit(PARTS)}#`],
  [
    'base64-url',
    'the URL alphabet behind the #',
    `${TOKEN}#${kit({ ...PARTS, userName: '\u00ff\u00ff\u00ff' }).replaceAll('/', '_')}`
  ],
  ['unpadded', 'base64 without padding', `${TOKEN}#${kit({ ...PARTS, userID: 'demo1' }).replace(/=+$/, '')}`],
  ['plain-json', 'JSON that is not base64', `${TOKEN}#${JSON.stringify(PARTS)}`],
  ['not-json', 'base64 of what is not JSON', `${TOKEN}#${kit('userID=demo')}`],
  ['array', 'base64 of an array', `${TOKEN}#${kit([PARTS])}`],
  ['null', 'base64 of null', `${TOKEN}#${kit('null')}`],
  ...Object.keys(PARTS).map((field) => [
    `no-${field.toLowerCase()}`,
    `no ${field}`,
    `${TOKEN}#${kit({ ...PARTS, [field]: undefined })}`
  ]),
  ['app-id-string', 'an appID that is a string', `${TOKEN}#${kit({ ...PARTS, appID: '1' })}`],
  ['user-id-number', 'a userID that is a number', `${TOKEN}#${kit({ ...PARTS, userID: 5 })}`],
  ['name-not-encoded', 'a userName that encodeURIComponent has not seen', `${TOKEN}#${kit({ ...PARTS, userName: '100%' })}`],
  ['token-cut', 'a token04 that is cut short', `${TOKEN.slice(0, 40)}#${kit(PARTS)}`],
  ['token-quoted', 'quotation marks around it all', `"${TOKEN}#${kit(PARTS)}"`]
]

/** The cases of kit-token.json. */
export function kitTokenCases() {
  const valid = VALID.map(([name, flags, comment, patch]) => {
    const user = { ...USER, ...patch }
    return {
      id: `kit-${name}`,
      comment,
      flags,
      input: { token: TOKEN, ...user },
      result: 'valid',
      kitToken: `${TOKEN}#${kit(kitJson(user))}`
    }
  })
  const invalid = INVALID.map(([name, comment, kitToken]) => ({
    id: `kit-refuse-${name}`,
    comment,
    flags: ['KitToken'],
    input: { kitToken },
    result: 'invalid',
    error: { code: 'MALFORMED_TOKEN', zegoCode: 1102016 }
  }))
  return [...valid, ...invalid]
}

function kitJson({ appId, userId, roomId, userName }) {
  const json = JSON.stringify({ userID: userId, roomID: roomId, userName: encodeURIComponent(userName), appID: appId })
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
