import { createCipheriv } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Check, Verdict } from '../../../src/conformance/check.js'
import { liveChecks } from '../../../src/conformance/level-1-live.js'
import { bytesChecks } from '../../../src/conformance/level-2-bytes.js'
import { readingChecks } from '../../../src/conformance/level-3-reading.js'
import type { Reply } from '../../../src/conformance/port.js'
import type { PortCase, Started } from '../../../src/conformance/protocol.js'
import { bytesOf, SECRET, tokenOf } from '../../support/tokens.js'
import { library, STARTED, smallVectors, standIn } from './support.js'

const vectors = await smallVectors()
const { flavour: _, ...WITHOUT_FLAVOUR } = STARTED

function checksFor(started: Started, comparesCodes = true): Check[] {
  return [...liveChecks(vectors, started, comparesCodes), ...bytesChecks(vectors, started), ...readingChecks(vectors, started)]
}

/** The verdict on one case of a port that changes what the library answers. */
async function verdict(
  id: string,
  change: (reply: Reply, question: PortCase) => Reply,
  { started = STARTED as Started, comparesCodes = true } = {}
): Promise<Verdict> {
  const check = checksFor(started, comparesCodes).find((one) => one.id === id) as Check
  return check.run(standIn(async (question) => change(await library(question), question)))
}

/** A port that changes the bytes or the text of the tokens that it makes. */
const retoken = (change: (bytes: number[]) => Iterable<number>) => (reply: Reply) =>
  'token' in reply ? { token: tokenOf(change([...bytesOf(reply.token)])) } : reply
const retext = (change: (token: string) => string) => (reply: Reply) =>
  'token' in reply ? { token: change(reply.token) } : reply

/** A GCM token of this plaintext, made by hand, so that anything may be wrong with it. */
function handmade({
  plaintext,
  secret = Buffer.from(SECRET),
  expire
}: {
  plaintext: string
  secret?: Buffer
  expire?: number
}): string {
  const iv = Buffer.alloc(12)
  const cipher = createCipheriv(`aes-${secret.length * 8}-gcm` as 'aes-256-gcm', secret, iv)
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
  const head = Buffer.alloc(10)
  head.writeBigInt64BE(BigInt(expire ?? JSON.parse(plaintext)?.expire ?? 0))
  head.writeUInt16BE(12, 8)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(sealed.length)
  return tokenOf([...head, ...iv, ...length, ...sealed, 1])
}

function claimsNow(patch: object = {}): string {
  const ctime = Math.floor(Date.now() / 1000)
  return JSON.stringify({ app_id: 1, user_id: 'demo', nonce: 1, ctime, expire: ctime + 60, payload: '', ...patch })
}

test.each([
  ['of a flavour', STARTED],
  ['without a flavour', WITHOUT_FLAVOUR]
])('a port %s that does as the library does passes', async (_name, started) => {
  for (const { id, run } of checksFor(started)) expect([id, await run(standIn())]).toEqual([id, { status: 'passed' }])
})

test('a port of a flavour is given the vectors of that flavour, any other each input once', () => {
  const ids = (started: Started) => bytesChecks(vectors, started).map(({ id, flags }) => [id, ...flags])
  expect(ids(STARTED)).toEqual([['fixed-node', 'KeyOrder']])
  expect(ids({ ...STARTED, flavour: 'go' })).toEqual([['fixed-go', 'EscapeFlavour']])
  expect(ids(WITHOUT_FLAVOUR)).toEqual([['fixed-node', 'KeyOrder', 'EscapeFlavour']])
})

test('a port is not asked for what it does not have', () => {
  const skips = (started: Started) => Object.fromEntries(checksFor(started).map(({ id, skip }) => [id, skip]))
  expect(skips({ ...STARTED, modes: ['cbc'] })).toMatchObject({
    'live-cbc': undefined,
    'iv-repeated-gcm': 'the port has no mode gcm',
    'fixed-node': 'the port has no mode gcm',
    'read-good': 'the port has no mode gcm',
    'read-expired': 'the port has no mode gcm',
    'read-none': undefined
  })
  expect(skips({ ...STARTED, capabilities: ['generate'] })).toMatchObject({
    'live-cbc': undefined,
    'fixed-node': 'the port cannot generate-fixed',
    'read-none': 'the port cannot read'
  })
})

test('an answer of the wrong kind fails, a skip is a skip, and a problem is told', async () => {
  expect(await verdict('live-cbc', () => ({ error: { code: 'NO', message: 'not today' } }))).toMatchObject({
    expected: 'a token',
    found: 'a refusal with NO: "not today"'
  })
  expect(await verdict('read-expired', () => ({ token: '04AAAA' }))).toMatchObject({ found: 'a token: "04AAAA"' })
  expect(await verdict('fixed-node', () => ({ skipped: 'no' }))).toEqual({ status: 'skipped', reason: 'no' })
  expect(await verdict('read-good', () => ({ problem: 'hung' }))).toMatchObject({ status: 'failed', found: 'the port hung' })
})

describe('level 1', () => {
  test('compares the codes of refusals only where it is told to', async () => {
    const other = () => ({ error: { code: 'OTHER', message: '' } })
    expect(await verdict('no-app', other, { comparesCodes: false })).toEqual({ status: 'passed' })
    expect(await verdict('no-app', other)).toMatchObject({ expected: 'a refusal with INVALID_APP_ID' })
    expect(await verdict('payload-bad', () => ({ token: '04' }), { comparesCodes: false })).toMatchObject({ status: 'failed' })
  })

  test.each([
    ['the mode', 'live-cbc', { mode: 'gcm' }, 'mode "cbc"', '"gcm"'],
    ['the AppID', 'live-gcm', { appId: 2 }, 'claim app_id 1', '2'],
    ['the user', 'live-gcm', { userId: 'dem' }, 'claim user_id "demo"', '"dem"'],
    ['the payload', 'payload-good', { payload: '' }, 'claim payload "{\\"room_id\\"', '""'],
    ['the validity', 'live-gcm', { effectiveTimeInSeconds: 61 }, 'claim expire, which is ctime and the validity', '']
  ])('notices that %s is another', async (_what, id, patch, expected, found) => {
    const check = checksFor(STARTED).find((one) => one.id === id) as Check
    const port = standIn(({ op, input }) => library({ op, input: { ...input, ...patch } }))
    expect(await check.run(port)).toMatchObject({
      status: 'failed',
      expected: expect.stringContaining(expected),
      found: expect.stringContaining(found)
    })
  })

  test.each([
    [1, 'CtimeInFuture'],
    [-3600, 'UnixTimestamp']
  ])('notices a ctime that is %s s off', async (offset, flag) => {
    const ctime = Math.floor(Date.now() / 1000) + 10 * offset
    const token = handmade({ plaintext: claimsNow({ ctime, expire: ctime + 60 }) })
    expect(await verdict('live-gcm', () => ({ token }))).toMatchObject({ found: String(ctime), bugs: [flag] })
  })

  const rounds = async (id: string, answer: (count: number) => Reply) => {
    let count = 0
    return verdict(id, () => answer(count++))
  }

  test('notices IVs and nonces that repeat', async () => {
    const token = handmade({ plaintext: claimsNow() })
    expect(await rounds('iv-repeated-gcm', () => ({ token }))).toMatchObject({ expected: '1000 different IVs', found: '1' })
    expect(await rounds('iv-alphabet-gcm', () => ({ token }))).toMatchObject({ found: '1 of them' })
    expect(await rounds('nonce-repeated-gcm', () => ({ token }))).toMatchObject({ expected: '1000 different nonces' })
  })

  test('notices IVs of which half is not random', async () => {
    const halved = retoken((bytes) => bytes.fill(0, 14, 22))
    expect(await verdict('iv-alphabet-gcm', halved)).toMatchObject({ found: '8 of 12 bytes are not' })
    expect(await verdict('iv-repeated-gcm', halved)).toEqual({ status: 'passed' })
  })

  test('needs 1,000 tokens that can be read', async () => {
    expect(await rounds('iv-repeated-gcm', (count) => (count < 5 ? { token: '' } : { problem: 'hung' }))).toMatchObject({
      found: 'after 5 the port hung'
    })
    expect(await rounds('iv-repeated-gcm', () => ({ skipped: 'no' }))).toEqual({ status: 'skipped', reason: 'no' })
    expect(await rounds('iv-repeated-cbc', () => ({ error: { code: 'NO', message: '' } }))).toMatchObject({
      found: 'no token after 0'
    })
    expect(await rounds('iv-repeated-cbc', () => ({ token: '04' }))).toMatchObject({
      found: expect.stringContaining('cut short')
    })
  })
})

describe('level 2', () => {
  test('tells where the plaintext differs', async () => {
    const other = (reply: Reply, { input }: PortCase) =>
      'claims' in input ? { token: vectors.generate[1]?.token ?? '' } : reply
    expect(await verdict('fixed-node', other)).toMatchObject({
      expected: expect.stringMatching(/^plaintext with ".*user_id.*a\\u2028.*" around character 24$/),
      found: expect.stringContaining('a\\\\u2028')
    })
    expect(await verdict('fixed-node', other, { started: WITHOUT_FLAVOUR })).toEqual({ status: 'passed' })
  })

  test.each([
    ['of a flavour', STARTED],
    ['without a flavour', WITHOUT_FLAVOUR]
  ])('notices another IV, other claims and an unreadable token of a port %s', async (_name, started) => {
    const otherIv = ({ op, input }: PortCase) => library({ op, input: { ...input, iv: '01'.repeat(12) } })
    const check = checksFor(started).find(({ id }) => id === 'fixed-node') as Check
    expect(await check.run(standIn(otherIv))).toMatchObject({ found: expect.stringContaining('in an envelope of') })
    const token = handmade({ plaintext: '{"app_id":1}' })
    expect(await verdict('fixed-node', () => ({ token }), { started })).toMatchObject({
      found: expect.stringContaining('app_id')
    })
    const cut = retoken((bytes) => bytes.slice(0, -1))
    expect(await verdict('fixed-node', cut, { started })).toMatchObject({ bugs: ['ModeByteMissing'] })
  })

  test('notices a refusal', async () => {
    const refusal = () => ({ error: { code: 'NO', message: '' } })
    expect(await verdict('fixed-node', refusal)).toMatchObject({ expected: 'exactly one token' })
  })

  test('says why a token cannot be opened', async () => {
    const swap = retoken((bytes) => bytes.map((byte, at) => (at === 30 ? byte ^ 1 : byte)))
    expect(await verdict('fixed-node', swap)).toMatchObject({ found: 'The token cannot be decrypted with this serverSecret.' })
    const iv = Buffer.alloc(12)
    const cipher = createCipheriv('aes-256-gcm', SECRET, iv)
    const sealed = Buffer.concat([cipher.update(Buffer.of(0xff)), cipher.final(), cipher.getAuthTag()])
    const token = tokenOf([...Buffer.alloc(8), 0, 12, ...iv, 0, sealed.length, ...sealed, 1])
    expect(await verdict('fixed-node', () => ({ token }))).toMatchObject({ found: 'The plaintext is not UTF-8.' })
    expect(
      await verdict('fixed-node', () => ({ token: handmade({ plaintext: 'null' }) }), { started: WITHOUT_FLAVOUR })
    ).toMatchObject({ found: '"null"' })
  })
})

describe('level 3', () => {
  test('compares claims by value', async () => {
    const claims = vectors.verifyValid[0]?.claims
    const answer = (patch: object) => () => ({ claims: { ...claims, ...patch } }) as Reply
    expect(await verdict('read-good', answer({ nonce: 8 }))).toMatchObject({ found: expect.stringContaining('nonce') })
    expect(await verdict('read-good', answer({ more: 1 }))).toMatchObject({ status: 'failed' })
    expect(await verdict('read-good', answer({}))).toEqual({ status: 'passed' })
  })

  test('compares the code of a refusal and the claim at fault', async () => {
    const error = (code: string, claim?: string) => () => ({ error: { code, message: '', ...(claim && { claim }) } })
    expect(await verdict('read-text', error('INVALID_CLAIMS'))).toMatchObject({
      expected: 'a refusal with INVALID_CLAIMS of claim app_id'
    })
    expect(await verdict('read-text', error('INVALID_CLAIMS', 'app_id'))).toEqual({ status: 'passed' })
    expect(await verdict('read-expired', error('EXPIRED', 'expire'))).toMatchObject({ status: 'failed' })
    expect(await verdict('read-expired', () => ({ claims: vectors.verifyValid[0]?.claims as never }))).toMatchObject({
      found: expect.stringContaining('claims: ')
    })
  })
})

describe('a token that shows its bug by itself names it:', () => {
  const hexKey = Buffer.from(SECRET, 'hex')
  const padded = (text: string) => text + String.fromCharCode(5).repeat(5)
  const swapped = (bytes: number[]) => [...bytes.slice(0, 8), 12, 0, ...bytes.slice(10)]
  const tagFirst = (bytes: number[]) => [...bytes.slice(0, 24), ...bytes.slice(-17, -1), ...bytes.slice(24, -17), 1]
  const ctime = Math.floor(Date.now() / 1000)
  test.each<[string, string, (reply: Reply) => Reply]>([
    ['Version', 'live-gcm', retext((token) => `03${token.slice(2)}`)],
    ['Base64LineBreaks', 'live-gcm', retext((token) => `${token.slice(0, 64)}\n${token.slice(64)}`)],
    ['Base64Url', 'live-gcm', retext((token) => `${token.slice(0, 10)}-${token.slice(11)}`)],
    ['Base64Canonical', 'live-gcm', retext((token) => `${token}=`)],
    ['IvLength', 'live-gcm', retoken((bytes) => [...bytes.slice(0, 8), 0, 16, 0, 0, 0, 0, ...bytes.slice(10)])],
    ['LengthWrapped', 'live-gcm', retoken((bytes) => [...bytes, ...new Uint8Array(65536)])],
    ['TrailingBytes', 'live-gcm', retoken((bytes) => [...bytes, 0, 0])],
    ['ModeByteMissing', 'live-gcm', retoken((bytes) => bytes.slice(0, -1))],
    ['ModeByte', 'live-cbc', retoken((bytes) => [...bytes, 1])],
    ['ByteOrder', 'live-gcm', retoken(swapped)],
    ['ByteOrder', 'live-gcm', retoken((bytes) => [...bytes.slice(0, 8).reverse(), ...bytes.slice(8)])],
    ['TagPosition', 'live-gcm', retoken(tagFirst)],
    ['SecretHexDecoded', 'live-gcm', () => ({ token: handmade({ plaintext: claimsNow(), secret: hexKey }) })],
    ['EmptyPlaintext', 'live-gcm', () => ({ token: handmade({ plaintext: '', expire: 0 }) })],
    ['PlaintextNotJson', 'live-gcm', () => ({ token: handmade({ plaintext: 'demo\u0001', expire: 0 }) })],
    ['DoublePadding', 'live-gcm', () => ({ token: handmade({ plaintext: padded(claimsNow()), expire: 0 }) })],
    [
      'DoublePadding',
      'live-gcm',
      () => ({ token: handmade({ plaintext: `${claimsNow()}${'\n'.repeat(10)}`, expire: ctime }) })
    ],
    ['DoublePadding', 'nonce-repeated-gcm', () => ({ token: handmade({ plaintext: padded(claimsNow()), expire: 0 }) })],
    ['StringNumber', 'live-gcm', () => ({ token: handmade({ plaintext: claimsNow({ app_id: '1' }) }) })],
    ['Nonce64Bit', 'live-gcm', () => ({ token: handmade({ plaintext: claimsNow({ nonce: 2 ** 40 }) }) })],
    ['Nonce64Bit', 'live-gcm', () => ({ token: handmade({ plaintext: claimsNow({ nonce: -(2 ** 40) }) }) })],
    ['Milliseconds', 'live-gcm', () => ({ token: handmade({ plaintext: claimsNow({ ctime: ctime * 1000 }) }) })],
    ['ExpireMismatch', 'live-gcm', () => ({ token: handmade({ plaintext: claimsNow(), expire: ctime }) })],
    ['PayloadObject', 'live-gcm', () => ({ token: handmade({ plaintext: claimsNow({ payload: {} }) }) })]
  ])('%s', async (flag, id, change) => {
    expect(await verdict(id, change)).toMatchObject({ status: 'failed', bugs: expect.arrayContaining([flag]) })
  })

  test('and one that shows none is named for none', async () => {
    expect(await verdict('live-gcm', () => ({ token: '04' }))).toMatchObject({ bugs: [] })
    expect(
      await verdict(
        'live-gcm',
        retoken((bytes) => bytes.slice(0, 15))
      )
    ).toMatchObject({ bugs: [] })
    expect(
      await verdict(
        'live-gcm',
        retoken((bytes) => bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))
      )
    ).toMatchObject({ bugs: [] })
    expect(await verdict('live-gcm', () => ({ token: handmade({ plaintext: '{"expire":"x"}', expire: 0 }) }))).toMatchObject({
      bugs: ['StringNumber']
    })
    expect(
      await verdict('live-gcm', () => ({ token: handmade({ plaintext: claimsNow({ payload: null, user_id: 5 }) }) }))
    ).toMatchObject({ bugs: [] })
  })
})
