import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateKitToken, generateToken04, parseKitToken } from '../../src/index.js'
import { RUNS } from '../support/runs.js'
import { basic, refusal } from '../support/tokens.js'

const user = { appId: 1, userId: 'demo', roomId: 'room', userName: 'Demo' }

/** The way UIKit reads a Kit Token. */
function readAsUikit(kitToken: string) {
  const [token, kit] = kitToken.split('#')
  const { userName, ...rest } = JSON.parse(atob(kit as string))
  return { token, ...rest, userName: decodeURIComponent(userName) }
}

describe('generateKitToken', () => {
  test('writes the fields in ZEGO’s order, the name encoded for a URI', async () => {
    const token = await generateToken04(basic())
    const kitToken = generateKitToken(token, { ...user, userName: 'A b' })
    expect(atob(kitToken.slice(token.length + 1))).toBe('{"userID":"demo","roomID":"room","userName":"A%20b","appID":1}')
    expect(kitToken.startsWith(`${token}#`)).toBe(true)
  })

  test('is byte for byte the base64 of plain JSON, for ids in ASCII', async () => {
    const token = await generateToken04(basic())
    const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 64 })
    const users = fc.record({
      appId: fc.integer({ min: 1, max: 4_294_967_295 }),
      userId: ascii,
      roomId: ascii,
      userName: fc.string({ unit: 'binary', maxLength: 256 })
    })
    fc.assert(
      fc.property(users, (given) => {
        const { appId: appID, userId: userID, roomId: roomID } = given
        const json = JSON.stringify({ userID, roomID, userName: encodeURIComponent(given.userName), appID })
        expect(generateKitToken(token, given)).toBe(`${token}#${btoa(json)}`)
      }),
      RUNS
    )
  })

  test('gives back any id and name, to UIKit and to parseKitToken', async () => {
    const token = await generateToken04(basic())
    const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 16 }).filter((text) => !/[\0-\x1f\x7f]/.test(text))
    const users = fc.record({
      appId: fc.integer({ min: 1, max: 4_294_967_295 }),
      userId: id,
      roomId: id,
      userName: fc.string({ unit: 'binary', maxLength: 256 })
    })
    const examples: [typeof user][] = [[{ appId: 1, userId: '#用户#', roomId: 'é#\u{1f600}', userName: '##名字' }]]
    fc.assert(
      fc.property(users, (given) => {
        const kitToken = generateKitToken(token, given)
        expect(parseKitToken(kitToken)).toEqual({ token, ...given })
        const { appId, userId, roomId, userName } = given
        expect(readAsUikit(kitToken)).toEqual({ token, appID: appId, userID: userId, roomID: roomId, userName })
      }),
      { ...RUNS, examples }
    )
  })

  test('refuses what it could not write', async () => {
    const token = await generateToken04(basic())
    const wrong: [string, object | null, string][] = [
      ['04', user, 'MALFORMED_TOKEN'],
      ['03AAAA', user, 'UNSUPPORTED_VERSION'],
      [`${token}#`, user, 'MALFORMED_TOKEN'],
      [token, { ...user, appId: 0 }, 'INVALID_APP_ID'],
      [token, { ...user, userId: '' }, 'INVALID_USER_ID'],
      [token, { ...user, roomId: '' }, 'INVALID_OPTION'],
      [token, { ...user, roomId: '\u4e2d'.repeat(43) }, 'INVALID_OPTION'],
      [token, { ...user, userName: '\ud800' }, 'INVALID_OPTION'],
      [token, { ...user, userName: 'n'.repeat(257) }, 'INVALID_OPTION'],
      [token, { ...user, userName: undefined }, 'INVALID_OPTION'],
      [token, { ...user, name: 'Demo' }, 'INVALID_OPTION'],
      [token, null, 'INVALID_OPTION']
    ]
    for (const [text, given, code] of wrong) {
      expect((await refusal(() => generateKitToken(text, given as never))).code).toBe(code)
    }
  })
})

describe('parseKitToken', () => {
  const kit = (value: unknown) => btoa(typeof value === 'string' ? value : JSON.stringify(value))
  const valid = { userID: 'u', roomID: 'r', userName: 'n', appID: 1 }

  test('reads Latin-1, as UIKit does, and ignores fields that it does not know', async () => {
    const token = await generateToken04(basic())
    const parsed = parseKitToken(`${token}#${kit({ ...valid, roomID: 'caf\u00e9', more: 1 })}`)
    expect(parsed).toEqual({ token, appId: 1, userId: 'u', roomId: 'caf\u00e9', userName: 'n' })
  })

  test('takes the longest text, and refuses one more character by the length', async () => {
    const token = await generateToken04(basic())
    const longest = 87_422 + 1 + 16_384
    const space = ((longest - token.length - 1) / 4) * 3
    const text = `${token}#${kit(JSON.stringify(valid).padEnd(space))}`
    expect(text).toHaveLength(longest)
    expect(parseKitToken(text).userName).toBe('n')
    expect((await refusal(() => parseKitToken(`${text}=`))).message).toMatch(/not too much base64/)
  })

  test('refuses what is no Kit Token', async () => {
    const token = await generateToken04(basic())
    const wrong = [
      undefined,
      null,
      5,
      '',
      '#',
      token,
      `${token}#`,
      `${token}#${kit(valid)}#`,
      `${token}#${kit(valid)}#x`,
      `x#${kit(valid)}`,
      `${token}#${kit(valid)}\n`,
      `${token}#${kit('no JSON')}`,
      `${token}#${kit('null')}`,
      ...Object.keys(valid).map((field) => `${token}#${kit({ ...valid, [field]: undefined })}`),
      ...Object.keys(valid).map((field) => `${token}#${kit({ ...valid, [field]: [] })}`),
      `${token}#${kit({ ...valid, appID: '1' })}`,
      `${token}#${kit({ ...valid, userName: '%' })}`,
      `${token}#${'A'.repeat(20_000)}`
    ]
    for (const text of wrong) {
      expect(await refusal(() => parseKitToken(text as string))).toMatchObject({ code: 'MALFORMED_TOKEN', zegoCode: 1102016 })
    }
    expect((await refusal(() => parseKitToken(`03AA#${kit(valid)}`))).code).toBe('UNSUPPORTED_VERSION')
  })
})
