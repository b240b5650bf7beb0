import { describe, expect, test } from 'vitest'
import {
  authorize,
  decodeToken04,
  generateKitToken,
  generateToken04,
  importServerSecret,
  parseKitToken,
  privilegePayload,
  secondsUntilRenewal,
  Token04Error,
  verifyToken04
} from '../../src/index.js'
import { sealToken04 } from '../../src/testing.js'
import { basic, bytesOf, claims, ivOf, NOW, now, OTHER_SECRET, refusal, SECRET, seal, tokenOf } from '../support/tokens.js'

type Message = [what: string, call: () => unknown, message: RegExp]

const HEX = '0123456789abcdef'.repeat(4)
const room = { room_id: 'demo', privilege: { 1: 1 }, stream_id_list: null }
const user = { appId: 1, userId: 'demo', roomId: 'room', userName: 'Demo' }
const kit = { userID: 'u', roomID: 'r', userName: 'n', appID: 1 }

const generate = (patch: object) => generateToken04(basic(patch))
const verify = async (patch: object, token?: string) =>
  verifyToken04(token ?? (await seal(claims(), 'gcm')), { serverSecret: SECRET, now, ...patch } as never)
const read = async (content: object | string, mode: 'gcm' | 'cbc' = 'gcm') => verify({}, await seal(content, mode, NOW + 3600))
const verified = (payload: object | null, text = 'x') => ({ claims: claims({ payload: text }), payload }) as never
const ask = (patch: object, rule?: string, payload: object | null = null, text = '') =>
  authorize(verified(payload, text), { action: 'login', roomId: 'demo', ...patch } as never, rule as never)
const parseKit = async (text: string) => parseKitToken(`${await seal(claims(), 'gcm')}#${text}`)
const sealed = (patch: object, content: unknown = claims()) =>
  sealToken04(content as object, { serverSecret: SECRET, mode: 'gcm', iv: ivOf('gcm'), ...patch } as never)
const throwing = () => {
  throw new Error('not passed on')
}

const values: Message[] = [
  ['undefined', () => generateToken04(undefined as never), /^options must be an object; found nothing\.$/],
  ['null', () => generateToken04(null as never), /; found null\.$/],
  ['the empty string', () => generateToken04('' as never), /; found an empty string\.$/],
  ['a text, by its length', () => generateToken04('abc' as never), /; found a string of length 3\.$/],
  ['a number', () => generateToken04(-1.5 as never), /; found the number -1\.5\.$/],
  ['a boolean', () => generateToken04(false as never), /; found the boolean false\.$/],
  ['a bigint', () => generateToken04(1n as never), /; found a bigint\.$/],
  ['a symbol', () => generateToken04(Symbol('s') as never), /; found a symbol\.$/],
  ['a function', () => generateToken04((() => 0) as never), /; found a function\.$/],
  ['an array', () => generate({ appId: [1] }), /; found an array\.$/],
  ['an object', () => generate({ appId: {} }), /; found an object\.$/],
  ['a revoked proxy', () => generate({ serverSecret: revoked() }), /; found an object that is neither\.$/]
]

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable([], {})
  revoke()
  return proxy
}

const fields: Message[] = [
  [
    'of 24 plain characters',
    () => generate({ a_field_of_24_characters: 1 }),
    /unknown field "a_field_of_24_characters"; leave it out\.$/
  ],
  ['of 25', () => generate({ a_field_of_25_characters_: 1 }), /unknown field with a name of length 25; leave it out\.$/],
  ['with a space in the middle', () => generate({ 'a b': 1 }), /unknown field with a name of length 3/],
  ['with a space before', () => generate({ ' ab': 1 }), /unknown field with a name of length 3/],
  ['with a space behind', () => generate({ 'ab ': 1 }), /unknown field with a name of length 3/],
  ['without a name', () => generate({ '': 1 }), /unknown field with a name of length 0/],
  [
    'of the payload',
    () => generate({ payload: { ...room, 'a b': 1 } }),
    /^payload has an unknown field with a name of length 3/
  ],
  ['of a request', () => ask({ room: 1 }), /^request has an unknown field "room"/],
  ['of a Kit Token’s user', () => generateKitToken('04', { ...user, name: 1 } as never), /^user has an unknown field "name"/]
]

const limits: Message[] = [
  ['the least appId', () => generate({ appId: 0 }), /^appId must be at least 1; found the number 0\.$/],
  [
    'the greatest appId',
    () => generate({ appId: 2 ** 32 }),
    /^appId must be at most 4294967295; found the number 4294967296\.$/
  ],
  [
    'an appId that is no integer',
    () => generate({ appId: Infinity }),
    /^appId must be an integer; found the number Infinity\.$/
  ],
  ['a userId of another type', () => generate({ userId: 5 }), /^userId must be a string; found the number 5\.$/],
  ['an empty userId', () => generate({ userId: '' }), /^userId must be a string that is not empty; found an empty string\.$/],
  [
    'the longest stream',
    () => generate({ payload: { ...room, stream_id_list: ['s'.repeat(257)] } }),
    /at most 256 characters; found a string of length 257\.$/
  ],
  [
    'a secret that is too short',
    () => importServerSecret('\u00e9'),
    /^serverSecret must be a string of at least 32 bytes of UTF-8; found a string of 2 bytes\.$/
  ],
  [
    'a secret that is too long',
    () => importServerSecret('x'.repeat(33)),
    /^serverSecret must be a string of at most 32 bytes of UTF-8; found a string of 33 bytes\.$/
  ],
  ['a secret of another type', () => importServerSecret(5 as never), /^serverSecret must be a string; found the number 5\.$/],
  [
    'a clock that answers text',
    () => generate({ now: () => '5' }),
    /^the result of now\(\) in Unix seconds must be a number; found a string of length 1\.$/
  ],
  ['a clock that answers NaN', () => generate({ now: () => Number.NaN }), /must be a number; found the number NaN\.$/],
  [
    'a clock that is none',
    () => generate({ now: 5 }),
    /^now must be a function that returns Unix seconds; found the number 5\.$/
  ],
  [
    'a clock that throws',
    () => generate({ now: throwing }),
    /^now could not be read: a getter, proxy or function of it threw\.$/
  ],
  [
    'an effectiveTimeInSeconds of 0',
    () => generate({ effectiveTimeInSeconds: 0 }),
    /^effectiveTimeInSeconds must be at least 1/
  ],
  [
    'one that is endless',
    () => generate({ effectiveTimeInSeconds: Infinity }),
    /^effectiveTimeInSeconds must be an integer; found the number Infinity\.$/
  ],
  [
    'one that is a long text',
    () => generate({ effectiveTimeInSeconds: '9999999' }),
    /^effectiveTimeInSeconds must be an integer; found a string/
  ],
  ['a cap of 0', () => generate({ maxEffectiveTimeInSeconds: 0 }), /^maxEffectiveTimeInSeconds must be at least 1/],
  ['an unknown mode', () => generate({ mode: 1 }), /^mode must be a string; found the number 1\.$/],
  ['an empty list of modes', () => verify({ modes: [] }), /^modes must be an array that is not empty; found an array\.$/],
  ['a mode twice', () => verify({ modes: ['gcm', 'gcm'] }), /^modes must be an array without repetitions; found an array\.$/],
  ['modes that are none', () => verify({ modes: 'gcm' }), /^modes must be an array; found a string of length 3\.$/],
  [
    'a mode among modes',
    () => verify({ modes: ['gcm', 'ecb'] }),
    /^modes\/1 must be one of "gcm", "cbc"; found a string of length 3\.$/
  ],
  ['validatePayload', () => verify({ validatePayload: 0 }), /^validatePayload must be a boolean; found the number 0\.$/],
  ['an expected appId', () => verify({ appId: -1 }), /^appId must be at least 0/],
  ['an expected userId', () => verify({ userId: 5 }), /^userId must be a string; found the number 5/],
  ['an expected roomId', () => verify({ roomId: 5 }), /^roomId must be a string; found the number 5/],
  ['a tolerance', () => verify({ clockToleranceInSeconds: -1 }), /^clockToleranceInSeconds must be at least 0/],
  ['a lead', async () => secondsUntilRenewal('04', { leadInSeconds: -1 }), /^leadInSeconds must be at least 0/],
  [
    'the number of secrets',
    () => verify({ serverSecret: [] }),
    /^serverSecret must be one secret or an array of 1 to 64 of them\.$/
  ],
  [
    'a claim of two types',
    () => read(claims({ payload: 5 })),
    /^claims\/payload must be a string or null; found the number 5\.$/
  ],
  [
    'a claim that is missing',
    () => read(claims({ nonce: undefined })),
    /^claims must have the field "nonce"; it is missing\.$/
  ],
  ['the action of a request', () => ask({ action: 'watch' }), /^request\/action must be one of "login", "publish"/],
  ['the room of a request', () => ask({ roomId: 5 }), /^request\/roomId must be a string/],
  ['the stream of a request', () => ask({ streamId: 5 }), /^request\/streamId must be a string/],
  ['the rule', () => ask({}, 'both'), /^rule must be one of "login", "publish", "login-and-publish"/],
  ['what was verified', () => authorize(null as never, { action: 'login', roomId: 'r' }), /^verified could not be read/],
  ['canLogin', () => privilegePayload({ roomId: 'r', canLogin: 1 as never }), /^canLogin must be true or false\.$/],
  ['canPublish', () => privilegePayload({ roomId: 'r', canPublish: 'no' as never }), /^canPublish must be true or false\.$/],
  ['an empty list of streams', () => privilegePayload({ roomId: 'r', canPublish: true, streamIds: [] }), /^streamIds is empty/],
  ['the appId of a Kit Token', async () => kitFor({ appId: 0 }), /^appId must be at least 1/],
  ['the userId of a Kit Token', async () => kitFor({ userId: '' }), /^userId must be/],
  ['the roomId of a Kit Token', async () => kitFor({ roomId: '' }), /^roomId must be/],
  ['the userName of a Kit Token', async () => kitFor({ userName: 5 }), /^userName must be a string/],
  [
    'an IV in place of bytes',
    () => sealed({ iv: new ArrayBuffer(12) }),
    /^iv must be a Uint8Array of 12 bytes with mode "gcm"\.$/
  ],
  ['the expiry in clear', () => sealed({ expire: 1.5 }), /^expire must be an integer/],
  ['the mode of a seal', () => sealed({ mode: 'ecb' }), /^mode must be one of/],
  ['claims that JSON cannot hold', () => sealed({}, { app_id: 1n }), /^claims could not be read/],
  ['claims that are none', () => sealed({}, () => 0), /^claims must be an object or the plaintext itself\.$/]
]

async function kitFor(patch: object) {
  return generateKitToken(await seal(claims(), 'gcm'), { ...user, ...patch })
}

const secrets: Message[] = [
  ['that is null', () => generate({ serverSecret: null }), /^serverSecret is null: the variable/],
  ['that is undefined', () => importServerSecret(undefined), /^serverSecret is undefined: the variable/],
  ['that is the text of nothing', () => importServerSecret('null'), /^serverSecret is the text "null": the variable/],
  [
    'that is the AppSign',
    () => importServerSecret(HEX),
    /^serverSecret must be 32 bytes; found 64 hexadecimal digits, which look like the AppSign/
  ],
  ['that is the AppSign in capitals', () => importServerSecret(HEX.toUpperCase()), /AppSign/],
  ['that only ends like an AppSign', () => importServerSecret(`x${HEX}`), /found a string of 65 bytes/],
  ['that only begins like an AppSign', () => importServerSecret(`${HEX}x`), /found a string of 65 bytes/],
  ['that is one digit short of an AppSign', () => importServerSecret(HEX.slice(1)), /found a string of 63 bytes/],
  ['that is an AppSign in an array', () => importServerSecret([HEX] as never), /must be a string; found an array/],
  [
    'that was not imported',
    () => generate({ serverSecret: {} }),
    /must be a string of 32 bytes or what importServerSecret\(\) returned/
  ]
]

const durations: Message[] = [
  ['2001-09-09 in seconds', () => generate({ effectiveTimeInSeconds: 1e9 }), /looks like a Unix timestamp: pass/],
  ['a second less', () => generate({ effectiveTimeInSeconds: 1e9 - 1 }), /found the number 999999999\.$/],
  [
    '2001-09-09 in milliseconds',
    () => generate({ effectiveTimeInSeconds: 1e12 }),
    /timestamp in milliseconds: pass a duration/
  ],
  ['a second less', () => generate({ effectiveTimeInSeconds: 1e12 - 1000 }), /looks like a Unix timestamp: pass/],
  ['the cap in milliseconds', () => generate(capped(100_000)), /looks like milliseconds: pass seconds\.$/],
  ['a second more', () => generate(capped(101_000)), /found the number 101000\.$/],
  ['a millisecond less', () => generate(capped(99_999)), /found the number 99999\.$/]
]

function capped(effectiveTimeInSeconds: number) {
  return { effectiveTimeInSeconds, maxEffectiveTimeInSeconds: 100 }
}

const envelope: Message[] = [
  ['of another type', () => decodeToken04(5 as never), /^The token is malformed: it must be a string; found number\.$/],
  ['of version 03', () => decodeToken04('03AAAA'), /^The token has version "03"; expected "04"\.$/],
  ['without a version', () => decodeToken04('x04'), /^The token is malformed: it does not begin with "04"\.$/],
  ['that is not base64', () => decodeToken04('04*'), /what follows "04" is not base64 \(RFC 4648 section 4\)\.$/],
  [
    'of 9 bytes',
    () => decodeToken04(tokenOf([0x7f, ...Array(8).fill(0xff)])),
    /it is cut short, or a length in it is wrong\.$/
  ],
  ['of 10 bytes', () => decodeToken04(tokenOf([0x7f, ...Array(9).fill(0xff)])), /its expiry is out of range\.$/],
  [
    'with three bytes too many',
    () => decodeToken04(tokenOf([...Array(10).fill(0), 0, 0, 0, 0, 0, 0])),
    /3 bytes follow the mode byte\.$/
  ],
  [
    'with mode 2',
    () => decodeToken04(tokenOf([...Array(12).fill(0), 2])),
    /its mode byte is 2; expected 0 \(CBC\) or 1 \(GCM\)\.$/
  ],
  [
    'with a nonce for GCM that is too short',
    () => decodeToken04(tokenOf([...Array(12).fill(0), 1])),
    /its IV has 0 bytes; GCM has 12\.$/
  ],
  [
    'with an IV for CBC that is too short',
    () => decodeToken04(tokenOf(Array(12).fill(0))),
    /its IV has 0 bytes; CBC has 16\.$/
  ],
  [
    'with an empty ciphertext',
    () => decodeToken04(tokenOf([...Array(9).fill(0), 16, ...Array(18).fill(0)])),
    /a ciphertext of 0 bytes is impossible with CBC\.$/
  ],
  [
    'with half a tag',
    () => decodeToken04(tokenOf([...Array(9).fill(0), 12, ...Array(13).fill(0), 1, 9, 1])),
    /a ciphertext of 1 bytes is impossible with GCM\.$/
  ]
]

const tokens: Message[] = [
  ['in the wrong mode', () => verify({ modes: ['cbc'] }), /^The token uses GCM; this verifier accepts CBC only\.$/],
  ['that expired', () => verify({ now: () => NOW + 3605 }), /^The token expired at 1700003600, 5 seconds ago\./],
  ['of the future', () => verify({ now: () => NOW - 7 }), /^The token was made 7 seconds in the future/],
  ['whose expiries differ', async () => verify({}, await seal(claims(), 'gcm', NOW + 9)), /^The expiry in clear differs/],
  ['for another AppID', () => verify({ appId: 2 }), /^The token is for another AppID/],
  ['for another user', () => verify({ userId: 'x' }), /^The token is for another user/],
  ['for no room', () => verify({ roomId: 'demo' }), /^A room was expected, but this is a basic token/],
  [
    'for another room',
    async () => verify({ roomId: 'x' }, await seal(claims({ payload: JSON.stringify(room) }), 'gcm')),
    /^The token is for another room/
  ],
  ['of another secret', () => verify({ serverSecret: OTHER_SECRET }), /^The token was not made with this serverSecret/],
  ['without claims', () => read('text'), /^The token was decrypted, but holds no JSON object\.$/],
  [
    'whose room is not to be validated',
    () => verify({ roomId: 'r', validatePayload: false }),
    /^roomId is read from the payload/
  ],
  [
    'with a payload that is no JSON',
    () => read(claims({ payload: 'abc' })),
    /^payload must be JSON text; found a string of length 3 that is none\.$/
  ],
  ['with a payload that is JSON null', () => read(claims({ payload: 'null' })), /^payload must be an object; found null\.$/],
  [
    'that is too large',
    () => sealed({}, 'x'.repeat(65_536)),
    /^The ciphertext would have 65552 bytes; a token holds at most 65535\. Shorten the payload/
  ]
]

const kits: Message[] = [
  [
    'without a #',
    async () => parseKitToken(await seal(claims(), 'gcm')),
    /^The Kit Token is malformed: it must be a token04, one "#", and not too much base64\.$/
  ],
  ['that is too long', () => parseKit('A'.repeat(200_000)), /not too much base64\.$/],
  ['that is not base64', () => parseKit('*'), /what follows the "#" is not base64\.$/],
  ['that is not JSON', () => parseKit(btoa('text')), /what follows the "#" is not JSON of the right shape\.$/],
  [
    'with a name that is not encoded',
    () => parseKit(btoa(JSON.stringify({ ...kit, userName: '%' }))),
    /its userName is not encoded for a URI\.$/
  ]
]

const groups: [string, Message[]][] = [
  ['a value of the wrong type:', values],
  ['an unknown field', fields],
  ['a limit:', limits],
  ['a secret', secrets],
  ['a duration that is', durations],
  ['a token', envelope],
  ['a token', tokens],
  ['a Kit Token', kits]
]

describe.each(groups)('an error names the fault of %s', (_group, messages) => {
  test.each(messages)('%s', async (_what, call, message) => {
    expect((await refusal(call)).message).toMatch(message)
  })
})

test('an answer that denies says what is missing', () => {
  const both = { room_id: 'demo', privilege: { 1: 0, 2: 1 }, stream_id_list: ['camera'] }
  const messageOf = (patch: object, payload: object | null) => {
    const answer = ask(patch, undefined, payload, 'x')
    return answer.allowed ? undefined : answer.message
  }
  expect(messageOf({}, null)).toMatch(/not validated, or is invalid/)
  expect(messageOf({ roomId: 'x' }, both)).toMatch(/another room/)
  expect(messageOf({}, both)).toMatch(/login: privilege 1 must be 1/)
  expect(messageOf({ action: 'publish' }, { ...both, privilege: { 2: 0 } })).toMatch(/publishing: privilege 2 must be 1/)
  expect(messageOf({ action: 'publish', streamId: 'x' }, both)).toMatch(/not in the stream_id_list/)
})

test('an answer that denies has a ZEGO code where ZEGO documents one, and else no such field', () => {
  expect(ask({ roomId: 'x' }, undefined, room, 'x')).not.toHaveProperty('zegoCode')
  expect(ask({}, undefined, {}, 'x')).toHaveProperty('zegoCode', 1002075)
})

test('an error has its own fields and no others', () => {
  expect(Object.keys(new Token04Error('EXPIRED', 'x')).sort()).toEqual(['code', 'errorCode', 'zegoCode'])
  expect(Object.keys(new Token04Error('NOT_YET_VALID', 'x')).sort()).toEqual(['code', 'errorCode'])
})

test('a token of 87,422 characters is read, and one more is refused by the length', async () => {
  expect((await refusal(() => decodeToken04(`04${'A'.repeat(87_420)}`))).message).not.toMatch(/more than/)
  expect((await refusal(() => decodeToken04(`04${'A'.repeat(87_421)}`))).message).toMatch(
    /it has more than 87422 characters\.$/
  )
})

test('a token is cut short at every byte but the last, whatever its expiry', async () => {
  const bytes = bytesOf(await seal(claims(), 'gcm'))
  for (let length = 0; length < bytes.length - 1; length++) {
    expect((await refusal(() => decodeToken04(tokenOf(bytes.slice(0, length))))).message).toMatch(/cut short/)
  }
})
