import { describe, expect, test } from 'vitest'
import { generateToken04, privilegePayload, type RtcRoomPayload, verifyToken04 } from '../../src/index.js'
import { basic, MODES, now, refusal, SECRET } from '../support/tokens.js'

const valid = { room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null }

const broken: [string, unknown, RegExp][] = [
  ['a missing room_id', { ...valid, room_id: undefined }, /^payload must have the field "room_id"/],
  ['an empty room_id', { ...valid, room_id: '' }, /^payload\/room_id must be a string that is not empty/],
  ['a room_id of 129 bytes', { ...valid, room_id: 'r'.repeat(129) }, /at most 128 bytes of UTF-8; found a string of 129 bytes/],
  ['a room_id of 43 three-byte characters', { ...valid, room_id: '\u4e2d'.repeat(43) }, /found a string of 129 bytes/],
  ['a room_id that is a number', { ...valid, room_id: 5 }, /room_id must be a string; found the number 5/],
  ['a room_id with a lone surrogate', { ...valid, room_id: 'a\ud800' }, /must be well-formed Unicode; found/],
  ['a missing privilege', { ...valid, privilege: undefined }, /^payload must have the field "privilege"/],
  ['an empty privilege', { ...valid, privilege: {} }, /privilege must be an object with at least one field/],
  ['a privilege that is an array', { ...valid, privilege: [1, 0] }, /privilege must be an object; found an array/],
  ['a privilege that is null', { ...valid, privilege: null }, /privilege must be an object; found null/],
  ['a privilege that is a number', { ...valid, privilege: 5 }, /privilege must be an object; found the number 5/],
  ['a privilege that is a string', { ...valid, privilege: 'x' }, /privilege must be an object; found a string of length 1/],
  [
    'a privilege that is undefined',
    { ...valid, privilege: { 1: undefined } },
    /privilege must be an object with at least one field/
  ],
  ['an unknown privilege', { ...valid, privilege: { 3: 1 } }, /^payload\/privilege has an unknown field "3"/],
  ['a privilege of 2', { ...valid, privilege: { 1: 2 } }, /privilege\/1 must be one of 0, 1; found the number 2/],
  ['a privilege of true', { ...valid, privilege: { 1: true } }, /privilege\/1 must be an integer; found the boolean true/],
  ['a privilege of "1"', { ...valid, privilege: { 1: '1' } }, /privilege\/1 must be an integer; found a string/],
  ['streams that are a string', { ...valid, stream_id_list: 'a' }, /stream_id_list must be an array or null/],
  ['streams that are an object', { ...valid, stream_id_list: {} }, /stream_id_list must be an array or null; found an object/],
  [
    'an empty stream',
    { ...valid, stream_id_list: ['a', ''] },
    /^payload\/stream_id_list\/1 must be a string that is not empty/
  ],
  [
    'a stream of 257 characters',
    { ...valid, stream_id_list: ['s'.repeat(257)] },
    /stream_id_list\/0 must be a string of at most 256/
  ],
  ['a stream that is a number', { ...valid, stream_id_list: [5] }, /stream_id_list\/0 must be a string; found the number 5/],
  ['an unknown field', { ...valid, roomId: 'demo' }, /^payload has an unknown field "roomId"/],
  ['an array', [], /^payload must be an object; found an array/],
  ['an empty object', {}, /^payload must have the field "room_id"/]
]

describe.each(MODES)('the payload of a token with mode %s', (mode) => {
  const generate = (payload: unknown) => generateToken04(basic({ mode, payload }))

  test.each([
    [5, 'the number 5'],
    [true, 'the boolean true'],
    [null, 'null']
  ])('may not be %j', async (payload, found) => {
    const { code, message } = await refusal(() => generate(payload))
    expect([code, message]).toEqual(['INVALID_PAYLOAD', `payload must be an object; found ${found}.`])
  })

  test.each(broken)('may not be an object with %s', async (_name, payload, message) => {
    const error = await refusal(() => generate(payload))
    expect(error).toMatchObject({ code: 'INVALID_PAYLOAD', errorCode: -1, zegoCode: 1002075 })
    expect(error.message).toMatch(message)
  })

  test.each(broken)('may not be JSON text with %s', async (_name, payload, message) => {
    const error = await refusal(() => generate(JSON.stringify(payload)))
    expect(error.code).toBe('INVALID_PAYLOAD')
    expect(error.message).toMatch(message)
  })

  test.each([' ', '{', 'null', '5', '"{}"', '[]', '{}', 'room', '\ufeff{}', `${JSON.stringify(valid)},`, "{'room_id':'a'}"])(
    'may not be the text %j',
    async (text) => {
      expect((await refusal(() => generate(text))).code).toBe('INVALID_PAYLOAD')
    }
  )

  test.each([5, true, null, 1n, () => '', Symbol('payload')])('may not be %o', async (payload) => {
    expect((await refusal(() => generate(payload))).code).toBe('INVALID_PAYLOAD')
  })

  test('is written in the documented order of fields, whatever order an object has', async () => {
    const { stream_id_list, room_id, privilege } = valid
    const token = await generate({ stream_id_list, privilege, room_id })
    expect((await verifyToken04(token, { serverSecret: SECRET, now })).claims.payload).toBe(JSON.stringify(valid))
  })

  test.each([
    { 1: 1, 2: undefined },
    { 1: undefined, 2: 1 }
  ])('may have a privilege that is undefined: it is absent (%j)', async (privilege) => {
    const token = await generate({ ...valid, privilege })
    const { payload } = await verifyToken04(token, { serverSecret: SECRET, now })
    expect(payload?.privilege).toStrictEqual(JSON.parse(JSON.stringify(privilege)))
  })

  test('may not have an unknown privilege, not even one that is undefined', async () => {
    const { message } = await refusal(() => generate({ ...valid, privilege: { 1: 1, 3: undefined } }))
    expect(message).toMatch(/unknown field "3"/)
  })

  test('does not reach the prototype of anything through __proto__', async () => {
    const text = '{"room_id":"a","privilege":{"1":1,"__proto__":{"2":1}},"__proto__":{"polluted":1}}'
    for (const payload of [text, JSON.parse(text)]) {
      expect((await refusal(() => generate(payload))).message).toMatch(/unknown field "__proto__"/)
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test('may not have more streams than fit, whatever their number', async () => {
    const stream_id_list = new Array(10_000_000)
    expect((await refusal(() => generate({ ...valid, stream_id_list }))).code).toBe('INVALID_PAYLOAD')
    const many = Array(70_000).fill('s')
    expect((await refusal(() => generate({ ...valid, stream_id_list: many }))).code).toBe('TOKEN_TOO_LARGE')
  })
})

describe('privilegePayload', () => {
  test('allows to log in and not to publish unless told otherwise', () => {
    expect(privilegePayload({ roomId: 'demo' })).toEqual({ room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null })
  })

  test('writes what it is told', () => {
    const payload: RtcRoomPayload = privilegePayload({ roomId: 'r', canLogin: false, canPublish: true, streamIds: ['a', 'b'] })
    expect(payload).toEqual({ room_id: 'r', privilege: { 1: 0, 2: 1 }, stream_id_list: ['a', 'b'] })
    expect(privilegePayload({ roomId: 'r', streamIds: [] }).stream_id_list).toEqual([])
  })

  const refused: [string, unknown, string][] = [
    ['no room', {}, 'INVALID_PAYLOAD'],
    ['an empty room', { roomId: '' }, 'INVALID_PAYLOAD'],
    ['a stream that is too long', { roomId: 'r', streamIds: ['s'.repeat(257)] }, 'INVALID_PAYLOAD'],
    [
      'publishing with an empty list, which would allow every stream',
      { roomId: 'r', canPublish: true, streamIds: [] },
      'INVALID_PAYLOAD'
    ],
    ['canLogin 1', { roomId: 'r', canLogin: 1 }, 'INVALID_OPTION'],
    ['canPublish "no"', { roomId: 'r', canPublish: 'no' }, 'INVALID_OPTION'],
    ['an unknown option', { roomId: 'r', room_id: 'r' }, 'INVALID_OPTION'],
    ['null', null, 'INVALID_OPTION']
  ]
  test.each(refused)('refuses %s', async (_name, options, code) => {
    expect((await refusal(() => privilegePayload(options as never))).code).toBe(code)
  })
})
