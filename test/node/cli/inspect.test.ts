import { describe, expect, test } from 'vitest'
import { generateKitToken, generateToken04Sync } from '../../../src/sync.js'
import { cli } from '../../support/cli.js'
import { basic, bytesOf, claims, NOW, seal, tokenOf } from '../../support/tokens.js'

const gcm = await seal(claims(), 'gcm')
const cbc = await seal(claims(), 'cbc')
const inspect = (token: string, ...args: string[]) => cli(['inspect', token, ...args])
const partsOf = async (token: string) =>
  JSON.parse((await inspect(token, '--json')).out).parts.map(({ name }: { name: string }) => name)

test('every part of a GCM token is shown with its offset and its meaning', async () => {
  const { code, out, err } = await inspect(gcm)
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(
    /^Token04, GCM: "04" and the base64 of 132 bytes\n\noffset {2}part +bytes\n {5}0 {2}expire +00 00 00 00 65 53 ff 10/
  )
  expect(out).toMatch(
    /\n {5}8 {2}IV length +00 0c\n {4}10 {2}IV +05( 05){11}\n {4}22 {2}ciphertext length +00 6b\n {4}24 {2}ciphertext +(\w\w ?){16}\n/
  )
  expect(out).toMatch(/\n {3}115 {2}GCM tag +(\w\w ?){16}\n {3}131 {2}mode +01\n\n/)
  expect(out).toMatch(/\nexpire +1700003600 {2}2023-11-14 23:13:20 UTC \(.*\), expires in 1 h\nIV length +12\n/)
  expect(out).toMatch(/\nmode +1: GCM\n\nAnyone can write such bytes/)
})

test('the bytes of the layout are those of the token', async () => {
  const rows = (await inspect(gcm, '--all')).out.matchAll(/^ {2,5}\d+ {2}.*?((?:[\da-f]{2} ?)+)$/gm)
  const hex = Array.from(rows, ([, bytes]) => bytes)
    .join('')
    .replaceAll(' ', '')
  expect(hex).toBe(Buffer.from(bytesOf(gcm)).toString('hex'))
})

test('a long ciphertext is cut, unless all of it is asked for', async () => {
  const token = generateToken04Sync(basic({ userId: 'x'.repeat(60) }))
  expect((await inspect(token)).out).toMatch(/… \d+ more bytes; --all shows them\n/)
  expect((await inspect(token, '--all')).out).not.toContain('…')
})

test('a CBC token has no tag, and may lack the mode byte or have it', async () => {
  const { out } = await inspect(cbc)
  expect(out).toMatch(/^Token04, CBC/)
  expect(out).toMatch(/\nmode +left out: CBC\n/)
  expect((await inspect(tokenOf([...bytesOf(cbc), 0]))).out).toMatch(/\nmode +0: CBC\n/)
})

test('each part has its colour', async () => {
  const { out } = await cli(['inspect', gcm], { isTTY: true })
  for (const colour of [2, 33, 34, 35, 36, 32]) expect(out).toContain(`\u001b[${colour}m`)
})

test('with --json there are the same parts, for programs', async () => {
  const answer = JSON.parse((await inspect(gcm, '--json')).out)
  expect(answer).toMatchObject({
    ok: true,
    version: '04',
    mode: 'gcm',
    expire: NOW + 3600,
    secondsLeft: 3600,
    expired: false,
    bytes: 132
  })
  expect(answer.parts.map(({ hex }: { hex: string }) => hex).join('')).toBe(Buffer.from(bytesOf(gcm)).toString('hex'))
  expect(answer.parts[2]).toEqual({ name: 'iv', offset: 10, length: 12, hex: '05'.repeat(12) })
  const late = JSON.parse((await cli(['inspect', gcm, '--json'], { now: NOW + 3600 })).out)
  expect(late).toMatchObject({ secondsLeft: 0, expired: true, expiresAt: '2023-11-14T23:13:20.000Z' })
})

test('an expired token is shown all the same', async () => {
  const { code, out } = await cli(['inspect', gcm], { now: NOW + 3600 + 90_000 })
  expect([code, out.includes('expired 1 d 1 h ago')]).toEqual([0, true])
  expect((await cli(['inspect', gcm], { now: NOW + 3600 })).out).toContain('expired 0 s ago')
})

test('an expiry that no calendar knows has no date', async () => {
  const { out } = await inspect(await seal('x', 'gcm', 9e15), '--json')
  expect(JSON.parse(out).expiresAt).toBeNull()
})

describe('of a token that is none, it is shown how far it can be read:', () => {
  const envelope = bytesOf(gcm)

  test.each([
    [3, 'expire', 5],
    [9, 'IV length', 1],
    [10, 'IV', 12],
    [23, 'ciphertext length', 1],
    [40, 'ciphertext', 91]
  ])('%i bytes end in the %s', async (bytes, part, missing) => {
    const { code, out } = await inspect(tokenOf(envelope.subarray(0, bytes)))
    expect(code).toBe(1)
    expect(out).toMatch(/^Refused: MALFORMED_TOKEN, at ZEGO 1102016\nThe token is malformed: it is cut short/)
    expect(out).toContain(`What could be read, of ${bytes} bytes:`)
    expect(out).toContain(`cut short: ${missing} more bytes of "${part}" should be here`)
    expect(out).toMatch(/zego-token04 diagnose\n$/)
  })

  test('too many bytes', async () => {
    const token = tokenOf([...envelope, 7, 7])
    expect((await inspect(token)).out).toMatch(/\nrest +2 bytes too many\n/)
    expect(await partsOf(token)).toEqual(['expire', 'ivLength', 'iv', 'ciphertextLength', 'ciphertext', 'tag', 'mode', 'rest'])
  })

  test('an unknown mode', async () => {
    expect((await inspect(tokenOf([...envelope.subarray(0, -1), 7]))).out).toMatch(/\nmode +7: unknown\n/)
    expect((await inspect(tokenOf([...envelope.subarray(0, -1), 7]), '--lang', 'zh')).out).toMatch(/\n模式 +7：未知\n/)
  })

  test('a ciphertext that is too short for a tag', async () => {
    expect(await partsOf(tokenOf([...envelope.subarray(0, 22), 0, 1, 9, 1]))).toEqual([
      'expire',
      'ivLength',
      'iv',
      'ciphertextLength',
      'ciphertext',
      'mode'
    ])
  })

  test('a Kit Token, as far as the token in it', async () => {
    const kit = generateKitToken(gcm, { appId: 1, userId: 'demo', roomId: 'room', userName: 'Demo' })
    const { code, out } = await inspect(kit, '--json')
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { ok: false, error: { code: 'MALFORMED_TOKEN', zegoCode: 1102016 }, bytes: 132 }
    ])
  })

  test.each(['', 'hello', '03AAAA'])('nothing of "%s"', async (text) => {
    const { code, out } = await cli(['inspect'], { stdin: text })
    expect([code, out.includes('Nothing of it could be read.')]).toEqual([1, true])
  })
})

test('the layout is in line in Chinese, too', async () => {
  const { out } = await inspect(gcm, '--lang', 'zh')
  expect(out).toMatch(/\n {5}0 {2}过期时间 {2}00 00/)
  expect(out).toMatch(/\n {4}10 {2}IV {8}05 05/)
  expect(out).toMatch(/\n模式 {6}1：GCM\n/)
  expect((await inspect(await seal(claims({ user_id: 'x'.repeat(60) }), 'cbc'), '--lang', 'zh')).out).toMatch(/还有 \d+ 个字节/)
  expect((await inspect(tokenOf([1]), '--lang', 'zh')).out).toContain('被截断：“过期时间”还缺 7 个字节')
  expect((await inspect(tokenOf([...bytesOf(gcm), 7]), '--lang', 'zh')).out).toContain('多出 1 个字节')
  expect((await inspect('x', '--lang', 'zh')).out).toContain('没有可以读取的部分')
  expect((await inspect(cbc, '--lang', 'zh')).out).toContain('省略：CBC')
  expect((await inspect(tokenOf([...bytesOf(cbc), 0]), '--lang', 'zh')).out).toMatch(/\n模式 +0：CBC\n/)
})
