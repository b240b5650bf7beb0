import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DiagnoseOptions,
  type DiagnosisCode,
  diagnoseToken04,
  generateKitToken,
  generateToken04,
  importServerSecret,
  verifyToken04
} from '../../src/index.js'
import { sealToken04 } from '../../src/testing.js'
import verifyInvalid from '../../vectors/verify-invalid.json' with { type: 'json' }
import verifyValid from '../../vectors/verify-valid.json' with { type: 'json' }
import { RUNS } from '../support/runs.js'
import { basic, bytesOf, claims, ivOf, NOW, now, OTHER_SECRET, SECRET, seal, tokenOf } from '../support/tokens.js'

const payload = '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":["camera"]}'
const APP_SIGN = '0123456789abcdef'.repeat(4)

type Specimen = [token: unknown, options?: object]

/** A GCM token under any key of 16 or 32 bytes, made with WebCrypto alone. */
async function sealWith(key: Uint8Array, content: object = claims()): Promise<string> {
  const iv = ivOf('gcm') as Uint8Array<ArrayBuffer>
  const imported = await crypto.subtle.importKey('raw', key as Uint8Array<ArrayBuffer>, 'AES-GCM', false, ['encrypt'])
  const plaintext = new TextEncoder().encode(JSON.stringify(content))
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, imported, plaintext))
  return envelope({ iv, ciphertext, tail: [1] })
}

function envelope(parts: {
  iv: ArrayLike<number>
  ciphertext: ArrayLike<number>
  tail: number[]
  ivLength?: number
  length?: number
}): string {
  const { iv, ciphertext, tail, ivLength = iv.length, length = ciphertext.length } = parts
  const expire = new DataView(new ArrayBuffer(8))
  expire.setBigInt64(0, BigInt(NOW + 3600))
  const uint16 = (value: number) => [(value >> 8) & 0xff, value & 0xff]
  const bytes = [...new Uint8Array(expire.buffer), ...uint16(ivLength), ...Array.from(iv), ...uint16(length)]
  return longTokenOf([...bytes, ...Array.from(ciphertext), ...tail])
}

function longTokenOf(bytes: number[]): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `04${btoa(binary)}`
}

const hex = (text: string) => Uint8Array.from(text.match(/../g) as string[], (pair) => Number.parseInt(pair, 16))
const gcm = (patch: object = {}) => seal(claims(patch), 'gcm')
const cbc = (patch: object = {}) => seal(claims(patch), 'cbc')
const clear = (patch: object) => seal(claims(patch), 'gcm', NOW + 3600)
const ending = async (tail: number[], drop = 1) =>
  tokenOf([...bytesOf(await gcm()).slice(0, drop === 0 ? undefined : -drop), ...tail])
const parts = async () => {
  const bytes = bytesOf(await gcm())
  return { iv: bytes.slice(10, 22), ciphertext: bytes.slice(24, -1) }
}
async function padded(padding = '=='): Promise<string> {
  // base64 of one of these lengths has that padding
  for (const user_id of ['p', 'pa', 'pad']) {
    const token = await gcm({ user_id })
    if (/[^=](=*)$/.exec(token)?.[1] === padding) return token
  }
  throw new Error('one of three lengths has each padding')
}
async function withSlash(): Promise<string> {
  const iv = new Uint8Array(12).fill(0xff)
  return sealToken04(claims(), { serverSecret: SECRET, mode: 'gcm', iv })
}
const urlAlphabet = async () => (await withSlash()).replaceAll('/', '_').replaceAll('+', '-')

/** At least three different specimens of each finding, and what else is wrong with them, if anything. */
const SPECIMENS: Partial<Record<DiagnosisCode, (() => Promise<Specimen>)[]>> = {
  NOT_A_STRING: [
    async () => [undefined],
    async () => [null],
    async () => [5],
    async () => [gcm()],
    async () => [() => '04'],
    async () => [Symbol('token')],
    async () => [4n],
    async () => [true],
    async () => [[]]
  ],
  EMPTY: [async () => [''], async () => [' \n\t'], async () => ['\ufeff']],
  SURROUNDING_CHARACTERS: [
    async () => [`"${await gcm()}"`],
    async () => [` ${await gcm()}\n`],
    async () => [`Bearer ${await cbc()}`],
    async () => [`'bearer ${await gcm()}'`],
    async () => [`\ufeff${await gcm()}\0`]
  ],
  KIT_TOKEN: [
    async () => [generateKitToken(await gcm(), { appId: 1, userId: 'demo', roomId: 'r', userName: 'n' })],
    async () => [`${await gcm()}#`],
    async () => [`${await cbc()}#e30=`]
  ],
  JWT: [
    async () => ['eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoiZGVtbyJ9.3t3JVYWmBXYmpKlDpsWr0CWxvGDzBSEpWlUyPFXX3xU'],
    async () => ['eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.e30.'],
    async () => ['eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..iv.ciphertext.tag']
  ],
  TOKEN03: [async () => ['03'], async () => [(await gcm()).replace('04', '03')], async () => [`03${btoa('anything')}`]],
  OTHER_VENDOR_TOKEN: [
    async () => [`006970CA35de60c44645bbae8a215061b33IAA${btoa('x')}`],
    async () => [`007eJxTYBBbsMMnKq7p9Hf${btoa('x')}`],
    async () => [`eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwolF${'*-_'}AQB`]
  ],
  UNSUPPORTED_VERSION: [async () => ['05'], async () => [(await gcm()).replace('04', '40')], async () => ['99 problems']],
  SERVER_SECRET_AS_TOKEN: [
    async () => [SECRET, { serverSecret: SECRET }],
    async () => [`"${SECRET}"`, { serverSecret: [OTHER_SECRET, SECRET] }],
    async () => [OTHER_SECRET, { serverSecret: OTHER_SECRET }]
  ],
  BASE64_URL: [
    async () => [await urlAlphabet()],
    async () => [(await urlAlphabet()).replace(/=+$/, '')],
    async () => [(await withSlash()).replaceAll('/', '_')]
  ],
  BASE64_LINE_BREAKS: [
    async () => [(await gcm()).replace(/.{64}/g, '$&\n')],
    async () => [(await cbc()).replace(/.{76}/g, '$&\r\n')],
    async () => [(await gcm()).replace(/.{20}/, '$&\t ')]
  ],
  BASE64_INVALID: [
    async () => [(await padded()).slice(0, -2)],
    async () => [`${await padded()}=`],
    async () => [(await padded()).replace(/.(==)$/, 'R$1')],
    async () => [(await padded('=')).replace(/.=$/, 'F=')],
    async () => [(await urlAlphabet()).replace(/(.{30})./, '$1*')],
    async () => [(await gcm()).replace(/(.{30})./, '$1*')],
    async () => ['04A'],
    async () => [encodeURIComponent(await withSlash())]
  ],
  MALFORMED_TOKEN: [
    async () => ['hello'],
    async () => [`04${'A'.repeat(500_000)}`],
    async () => [tokenOf([0x7f, ...new Array(30).fill(0xff)])],
    async () => [envelope({ iv: ivOf('cbc'), ciphertext: new Uint8Array(17), tail: [] })],
    async () => [envelope({ iv: ivOf('cbc'), ciphertext: [], tail: [] })],
    async () => [envelope({ iv: ivOf('gcm'), ciphertext: new Uint8Array(15), tail: [1] })]
  ],
  TRUNCATED: [
    async () => ['04'],
    async () => ['04AAAA'],
    async () => [tokenOf(bytesOf(await gcm()).slice(0, 15))],
    async () => [tokenOf(bytesOf(await cbc()).slice(0, -1))]
  ],
  TRAILING_BYTES: [
    async () => [await ending([1, 0])],
    async () => [await ending([1, 1, 1, 1])],
    async () => [tokenOf([...bytesOf(await cbc()), 0, 0])]
  ],
  LENGTH_WRAPPED: [
    async () => [envelope({ iv: ivOf('cbc'), ciphertext: new Uint8Array(65_536), tail: [], length: 0 })],
    async () => [envelope({ iv: ivOf('gcm'), ciphertext: new Uint8Array(65_600), tail: [1], length: 64 })],
    async () => [envelope({ iv: ivOf('cbc'), ciphertext: new Uint8Array(131_088), tail: [0], length: 16 })]
  ],
  IV_LENGTH_INVALID: [
    async () => [envelope({ ...(await parts()), iv: new Uint8Array(16), tail: [1] })],
    async () => [envelope({ ...(await parts()), iv: new Uint8Array(8), tail: [1] })],
    async () => [envelope({ iv: ivOf('gcm'), ciphertext: new Uint8Array(32), tail: [0] })],
    async () => [envelope({ ...(await parts()), tail: [1], ivLength: 0x0c00 })]
  ],
  MODE_UNKNOWN: [
    async () => [await ending([2])],
    async () => [await ending([0x31])],
    async () => [tokenOf([...bytesOf(await cbc()), 255])]
  ],
  MODE_BYTE_MISSING: [
    async () => [await ending([])],
    async () => [tokenOf(bytesOf(await gcm({ payload })).slice(0, -1))],
    async () => [tokenOf(bytesOf(await gcm({ user_id: 'x' })).slice(0, -1)), { serverSecret: undefined }]
  ],
  MODE_NOT_ALLOWED: [
    async () => [await gcm(), { modes: ['cbc'] }],
    async () => [await cbc(), { modes: ['gcm'] }],
    async () => [await cbc(), { modes: ['gcm'], serverSecret: undefined }]
  ],
  SECRET_NOT_GIVEN: [
    async () => [await gcm(), { serverSecret: undefined }],
    async () => [await cbc(), { serverSecret: undefined }],
    async () => [await gcm({ payload }), { serverSecret: [] }]
  ],
  INVALID_SERVER_SECRET: [
    async () => [await gcm(), { serverSecret: 5 }],
    async () => [await gcm(), { serverSecret: {} }],
    async () => [await gcm(), { serverSecret: [SECRET, true] }]
  ],
  SECRET_UNDEFINED_TEXT: [
    async () => [await gcm(), { serverSecret: 'undefined' }],
    async () => [await gcm(), { serverSecret: 'null' }],
    async () => [await cbc(), { serverSecret: ['null', null] }]
  ],
  APP_SIGN_AS_SECRET: [
    async () => [await sealWith(new TextEncoder().encode(APP_SIGN.slice(0, 32))), { serverSecret: APP_SIGN }],
    async () => [await sealWith(hex(APP_SIGN)), { serverSecret: APP_SIGN }],
    async () => [await gcm(), { serverSecret: APP_SIGN.toUpperCase() }]
  ],
  SECRET_WRONG_LENGTH: [
    async () => [await gcm(), { serverSecret: SECRET.slice(1) }],
    async () => [await gcm(), { serverSecret: `${SECRET}\n` }],
    async () => [await gcm(), { serverSecret: '\u00e9'.repeat(32) }],
    async () => [await gcm(), { serverSecret: '' }]
  ],
  SECRET_HEX_DECODED: [
    async () => [await sealWith(hex(SECRET))],
    async () => [await sealWith(hex(SECRET)), { serverSecret: importServerSecret(SECRET) }],
    async () => [await sealWith(hex(OTHER_SECRET)), { serverSecret: [SECRET, OTHER_SECRET] }]
  ],
  DECRYPTION_FAILED: [
    async () => [await gcm(), { serverSecret: OTHER_SECRET }],
    async () => [await cbc(), { serverSecret: OTHER_SECRET }],
    async () => [tokenOf(bytesOf(await gcm()).map((byte, index) => (index === 40 ? byte ^ 1 : byte)))]
  ],
  DOUBLE_PADDING: [
    async () => [await seal(JSON.stringify(claims()) + '\x05'.repeat(5), 'cbc', NOW + 3600)],
    async () => [await seal(JSON.stringify(claims()) + '\x10'.repeat(16), 'gcm', NOW + 3600)],
    async () => [await seal(`${JSON.stringify(claims())}\0\0\0`, 'gcm', NOW + 3600)]
  ],
  EMPTY_PLAINTEXT: [
    async () => [await seal('', 'cbc', NOW + 3600)],
    async () => [await seal('', 'gcm', NOW + 3600)],
    async () => [await seal('', 'gcm', NOW + 60)]
  ],
  PLAINTEXT_NOT_JSON: [
    async () => [await seal('app_id=1&user_id=demo', 'cbc', NOW + 3600)],
    async () => [await seal('hello', 'gcm', NOW + 3600)],
    async () => [await seal(JSON.stringify([claims()]), 'gcm', NOW + 3600)],
    async () => [await seal('\x01', 'gcm', NOW + 3600)]
  ],
  INVALID_CLAIMS: [
    async () => [await clear({ app_id: null })],
    async () => [await clear({ user_id: 5 })],
    async () => [await clear({ ctime: undefined })],
    async () => [await clear({ expire: 1.5 })],
    async () => [await clear({ app_id: '' })]
  ],
  STRING_NUMBER: [
    async () => [await clear({ app_id: '1' })],
    async () => [await clear({ nonce: '-5' })],
    async () => [await clear({ expire: String(NOW) })]
  ],
  NONCE_64_BIT: [
    async () => [await gcm({ nonce: 2 ** 62 })],
    async () => [await cbc({ nonce: 2 ** 31 })],
    async () => [await gcm({ nonce: -(2 ** 31) - 1 })]
  ],
  PAYLOAD_NOT_STRING: [
    async () => [await gcm({ payload: JSON.parse(payload) })],
    async () => [await cbc({ payload: [] })],
    async () => [await gcm({ payload: 5 })]
  ],
  MILLISECONDS: [
    async () => [await gcm({ ctime: NOW * 1000, expire: (NOW + 60) * 1000 })],
    async () => [await cbc({ ctime: NOW * 1000 })],
    async () => [await gcm({ expire: (NOW + 60) * 1000 })]
  ],
  EXPIRE_MISMATCH: [
    async () => [await seal(claims(), 'gcm', NOW + 3601)],
    async () => [await seal(claims(), 'cbc', NOW + 9999)],
    async () => [await seal(claims(), 'gcm', 0)]
  ],
  EXPIRED: [
    async () => [await gcm(), { now: () => NOW + 3600 }],
    async () => [await cbc(), { now: () => NOW + 9999, serverSecret: undefined }],
    async () => [await gcm({ expire: -5 })],
    async () => [await gcm({ expire: -9e15 })]
  ],
  NOT_YET_VALID: [
    async () => [await gcm(), { now: () => NOW - 1 }],
    async () => [await cbc({ ctime: NOW + 60 })],
    async () => [await gcm({ ctime: NOW + 11 }), { clockToleranceInSeconds: 10 }]
  ],
  CTIME_IN_FUTURE: [
    async () => [await gcm(), { now: () => NOW - 1 }],
    async () => [await cbc({ ctime: NOW + 60 })],
    async () => [await gcm({ ctime: NOW + 11 }), { clockToleranceInSeconds: 10 }]
  ],
  LIFETIME_TOO_LONG: [
    async () => [await gcm({ expire: NOW + 2_073_601 })],
    async () => [await cbc({ expire: NOW + 31_536_000 })],
    async () => [await gcm({ ctime: 0 })]
  ],
  INVALID_EFFECTIVE_TIME: [
    async () => [await gcm({ expire: NOW - 1 })],
    async () => [await cbc({ expire: 0 })],
    async () => [await gcm({ expire: NOW - 3600 })]
  ],
  INVALID_APP_ID: [
    async () => [await gcm({ app_id: 0 })],
    async () => [await cbc({ app_id: 0 })],
    async () => [await gcm({ app_id: 0, payload })]
  ],
  APP_ID_MISMATCH: [
    async () => [await gcm(), { appId: 2 }],
    async () => [await cbc({ app_id: 9 }), { appId: 1 }],
    async () => [await gcm({ app_id: 0 }), { appId: 1 }]
  ],
  INVALID_USER_ID: [
    async () => [await gcm({ user_id: '' })],
    async () => [await cbc({ user_id: 'u'.repeat(65) })],
    async () => [await gcm({ user_id: 'a\nb' })]
  ],
  USER_ID_TRUNCATED: [
    async () => [await gcm({ user_id: 'ab\0cd' })],
    async () => [await gcm({ user_id: 'ab' }), { userId: 'ab\0cd' }],
    async () => [await cbc({ user_id: 'ab\0cd' }), { userId: 'ab' }]
  ],
  USER_ID_MISMATCH: [
    async () => [await gcm(), { userId: 'Demo' }],
    async () => [await cbc(), { userId: '' }],
    async () => [await gcm({ user_id: 'x' }), { userId: 'y' }]
  ],
  PAYLOAD_NOT_JSON: [
    async () => [await gcm({ payload: 'demo' })],
    async () => [await cbc({ payload: ' ' })],
    async () => [await gcm({ payload: "{'room_id':1}" })]
  ],
  PAYLOAD_SHAPE: [
    async () => [await gcm({ payload: '{}' })],
    async () => [await cbc({ payload: 'null' })],
    async () => [await gcm({ payload: '{"room_id":"r","privilege":{"3":1}}' })]
  ],
  ROOM_ID_MISMATCH: [
    async () => [await gcm({ payload }), { roomId: 'other' }],
    async () => [await cbc({ payload }), { roomId: 'other', action: 'login' }],
    async () => [await gcm(), { roomId: 'demo' }]
  ],
  LOGIN_DENIED: [
    async () => [await gcm({ payload: payload.replace('"1":1', '"1":0') }), { action: 'login' }],
    async () => [await cbc({ payload: payload.replace('"1":1,', '') }), { action: 'login', roomId: 'demo' }],
    async () => [await gcm({ payload: payload.replace('"1":1', '"1":0') }), { action: 'login', rule: 'login' }]
  ],
  PUBLISH_DENIED: [
    async () => [await gcm({ payload }), { action: 'publish' }],
    async () => [await cbc({ payload: payload.replace(',"2":0', '') }), { action: 'publish', roomId: 'demo' }],
    async () => [await gcm({ payload }), { action: 'publish', rule: 'publish', streamId: 'camera' }]
  ],
  STREAM_ID_DENIED: [
    async () => [await gcm({ payload: payload.replace('"2":0', '"2":1') }), { action: 'publish', streamId: 'other' }],
    async () => [await gcm({ payload: payload.replace('"2":0', '"2":1') }), { action: 'publish' }],
    async () => [
      await cbc({ payload: payload.replace('"2":0', '"2":1') }),
      { action: 'publish', streamId: 'CAMERA', rule: 'publish' }
    ]
  ],
  CBC_UNAUTHENTICATED: [
    async () => [await cbc()],
    async () => [await cbc({ payload })],
    async () => [await cbc(), { serverSecret: undefined }]
  ],
  INVALID_OPTION: [
    async () => [await gcm(), { language: 'fr' }],
    async () => [await gcm(), { appId: '1' }],
    async () => [await gcm(), { now: 5 }],
    async () => [await gcm(), { unknown: 1 }],
    async () => [await gcm(), { action: 'watch' }]
  ]
}

const diagnose = (token: unknown, options: object = {}) =>
  diagnoseToken04(token, { serverSecret: SECRET, now, ...options } as DiagnoseOptions)

describe('diagnoseToken04', () => {
  for (const [code, makers] of Object.entries(SPECIMENS)) {
    test(`finds ${code} in ${makers.length} specimens, in both languages`, async () => {
      expect(makers.length).toBeGreaterThanOrEqual(3)
      for (const make of makers) {
        const [token, options = {}] = await make()
        const english = await diagnose(token, { language: 'en', ...options })
        const found = english.findings.find((finding) => finding.code === code)
        expect(found, `${JSON.stringify(english.findings.map((finding) => finding.code))}`).toBeDefined()
        expect(english.ok).toBe(english.findings.every(({ severity }) => severity !== 'error'))
        const chinese = await diagnose(token, { language: 'zh', ...options })
        if (!('language' in options)) {
          expect(chinese.findings.map((finding) => finding.code)).toEqual(english.findings.map((finding) => finding.code))
          for (const { message, fix } of chinese.findings) expect(`${message}${fix}`).toMatch(/[\u4e00-\u9fff]/)
        }
        for (const { message, fix } of english.findings) {
          expect(message).toMatch(/^\S.* .*\.$/)
          expect(fix).toMatch(/^[A-Z].*\.$/)
          if (code !== 'NOT_A_STRING') expect(`${message}${fix}`).not.toMatch(/undefined|NaN|\[object/)
        }
      }
    })
  }

  test('says no more than the one mistake where a specimen has only one', async () => {
    const alone: [DiagnosisCode, Specimen][] = [
      ['SURROUNDING_CHARACTERS', [`"${await gcm()}"`]],
      ['KIT_TOKEN', [`${await gcm()}#e30=`]],
      ['BASE64_URL', [await urlAlphabet()]],
      ['BASE64_LINE_BREAKS', [(await gcm()).replace(/.{64}/g, '$&\n')]],
      ['BASE64_INVALID', [(await padded()).slice(0, -2)]],
      ['BASE64_INVALID', [(await padded()).replace(/.(==)$/, 'R$1')]],
      ['BASE64_INVALID', [(await padded('=')).replace(/.=$/, 'F=')]],
      ['TRAILING_BYTES', [await ending([1, 0])]],
      ['MODE_UNKNOWN', [await ending([2])]],
      ['MODE_BYTE_MISSING', [await ending([])]],
      ['SECRET_HEX_DECODED', [await sealWith(hex(SECRET))]],
      ['APP_SIGN_AS_SECRET', [await sealWith(new TextEncoder().encode(APP_SIGN.slice(0, 32))), { serverSecret: APP_SIGN }]],
      ['SECRET_WRONG_LENGTH', [await gcm(), { serverSecret: `${SECRET} ` }]],
      ['DOUBLE_PADDING', [await seal(JSON.stringify(claims()) + '\x10'.repeat(16), 'gcm', NOW + 3600)]],
      ['EXPIRE_MISMATCH', [await seal(claims(), 'gcm', NOW + 3601)]],
      ['STRING_NUMBER', [await clear({ app_id: '1' })]],
      ['NONCE_64_BIT', [await gcm({ nonce: 2 ** 40 })]],
      ['PAYLOAD_NOT_STRING', [await gcm({ payload: {} })]],
      ['APP_ID_MISMATCH', [await gcm(), { appId: 2 }]],
      ['PUBLISH_DENIED', [await gcm({ payload }), { action: 'publish', roomId: 'demo' }]]
    ]
    for (const [code, [token, options]] of alone) {
      const { findings, ok } = await diagnose(token, options)
      expect(findings.map((finding) => finding.code)).toEqual([code])
      expect(ok).toBe(false)
    }
  })

  test('reports several mistakes, the most fundamental first', async () => {
    const wrong = await seal(claims({ payload: '{}', user_id: 'a\nb' }), 'cbc', NOW + 1)
    const {
      findings,
      claims: read,
      decoded
    } = await diagnose(`"${wrong.replace(/.{60}/, '$&\n')}"`, { appId: 2, now: () => NOW + 9999 })
    expect(findings.map(({ code }) => code)).toEqual([
      'SURROUNDING_CHARACTERS',
      'BASE64_LINE_BREAKS',
      'INVALID_USER_ID',
      'EXPIRE_MISMATCH',
      'EXPIRED',
      'APP_ID_MISMATCH',
      'PAYLOAD_SHAPE',
      'CBC_UNAUTHENTICATED'
    ])
    expect(read?.user_id).toBe('a\nb')
    expect(decoded).toMatchObject({ version: '04', mode: 'cbc', expire: NOW + 1 })
  })

  test('gives ZEGO’s code where ZEGO documents one', async () => {
    const codeOf = async (token: unknown, options?: object) =>
      (await diagnose(token, options)).findings.map(({ zegoCode }) => zegoCode)
    expect(await codeOf('')).toEqual([1002067])
    expect(await codeOf('03')).toEqual([1002079])
    expect(await codeOf(await clear({ app_id: '1' }))).toEqual([1002076])
    expect(await codeOf(await clear({ user_id: 5 }))).toEqual([1002077])
    expect(await codeOf(await clear({ nonce: null }))).toEqual([1002080])
    expect(await codeOf(await gcm({ nonce: 2 ** 40 }))).toEqual([1002080])
    expect(await codeOf(await gcm(), { serverSecret: OTHER_SECRET })).toEqual([1002033])
    expect(await codeOf(await cbc())).toEqual([undefined])
  })

  test('finds nothing wrong with a basic token, whatever its holder wants to do and wherever', async () => {
    for (const action of ['login', 'publish']) {
      for (const roomId of [undefined, 'any']) {
        expect(await diagnose(await gcm(), { action, ...(roomId && { roomId }) })).toMatchObject({ ok: true, findings: [] })
      }
    }
  })

  test('finds nothing wrong with a token of today', async () => {
    for (const mode of ['gcm', 'cbc'] as const) {
      const token = await generateToken04(basic({ mode, payload }))
      const diagnosis = await diagnose(token, { appId: 1, userId: 'demo', roomId: 'demo', action: 'login', streamId: 'camera' })
      expect(diagnosis.ok).toBe(true)
      expect(diagnosis.findings.map(({ code }) => code)).toEqual(mode === 'cbc' ? ['CBC_UNAUTHENTICATED'] : [])
      expect(diagnosis.payload).toEqual(JSON.parse(payload))
      expect(diagnosis.claims?.user_id).toBe('demo')
    }
    expect(await diagnoseToken04(await generateToken04(basic({ now: undefined })))).toMatchObject({ ok: true })
  })

  test('tolerates a clock, and says so', async () => {
    const { ok, findings } = await diagnose(await gcm({ ctime: NOW + 5 }), { clockToleranceInSeconds: 10 })
    expect(ok).toBe(true)
    expect(findings).toMatchObject([{ code: 'CTIME_IN_FUTURE', severity: 'warning' }])
  })

  test('leaves the payload alone where it is told to', async () => {
    const { ok, payload } = await diagnose(await gcm({ payload: 'x' }), { validatePayload: false })
    expect(ok).toBe(true)
    expect(payload).toBeUndefined()
  })

  test('finds no error in any valid vector that keeps to the limits of writers', async () => {
    for (const { id, flags, input } of verifyValid.cases) {
      if (flags.includes('ExpireRange')) continue
      const { token, now: seconds, ...options } = input
      const { ok, findings } = await diagnoseToken04(token, { ...options, now: () => seconds } as DiagnoseOptions)
      expect(ok, `${id}: ${findings.map(({ code }) => code)}`).toBe(true)
    }
  })

  test('finds an error in every invalid vector', async () => {
    for (const { id, input } of verifyInvalid.cases) {
      const { token, now: seconds, ...options } = input as { token: unknown; now: number }
      const { ok } = await diagnoseToken04(token, { ...options, now: () => seconds } as DiagnoseOptions)
      // without a secret there is nothing to complain of but that
      if (id !== 'refuse-token-secret-missing') expect(ok, id).toBe(false)
    }
  })

  test('is never content with a token that verifyToken04 refuses', async () => {
    const base = bytesOf(await gcm({ payload }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { maxLength: 2 }),
        fc.nat(base.length),
        async (changes, length) => {
          const bytes = base.slice()
          for (const [index, value] of changes) bytes[index] = value
          const token = tokenOf(length < 4 ? bytes.slice(0, length) : bytes)
          const options = { serverSecret: SECRET, now, appId: 1 }
          const isAccepted = await verifyToken04(token, options).then(
            () => true,
            () => false
          )
          expect((await diagnoseToken04(token, options)).ok).toBe(isAccepted)
        }
      ),
      RUNS
    )
  })

  test('never rejects, whatever it is given', async () => {
    const options = fc.oneof(
      fc.anything(),
      fc.record(
        {
          serverSecret: fc.oneof(fc.anything(), fc.constant(SECRET)),
          appId: fc.anything(),
          now: fc.anything(),
          modes: fc.anything(),
          language: fc.anything(),
          action: fc.anything()
        },
        { requiredKeys: [] }
      )
    )
    const tokens = fc.oneof(
      fc.anything(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map((text) => `04${text}`),
      fc.uint8Array().map(tokenOf)
    )
    await fc.assert(
      fc.asyncProperty(tokens, options, async (token, given) => {
        const { ok, findings } = await diagnoseToken04(token, given as never)
        expect(typeof ok).toBe('boolean')
        for (const { message, fix } of findings) expect(message && fix).toBeTruthy()
      }),
      RUNS
    )
  })

  test('does not choke on proxies and getters that throw', async () => {
    const trap = new Proxy(
      {},
      {
        get: () => () => {
          throw new Error(SECRET)
        }
      }
    )
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    for (const bad of [new Proxy({}, trap), new Proxy([], trap), proxy]) {
      expect((await diagnoseToken04(bad)).findings).toMatchObject([{ code: 'NOT_A_STRING' }])
      expect((await diagnoseToken04(await gcm(), bad as never)).findings).toMatchObject([{ code: 'INVALID_OPTION' }])
      expect((await diagnose(await gcm(), { serverSecret: bad })).ok).toBe(false)
      expect((await diagnose(await gcm(), { modes: bad })).findings).toMatchObject([{ code: 'INVALID_OPTION' }])
    }
  })
})
