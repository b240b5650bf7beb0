import { describe, expect, test } from 'vitest'
import { parseKitToken, verifyToken04 } from 'zego-token04/dev-browser'
import { NOW, now, SECRET } from '../../test/support/tokens.js'
import { initialState } from '../src/app/state.js'
import { type Field, type GenerateForm, generateFrom } from '../src/logic/generate-form.js'
import { randomSecret } from '../src/logic/random-secret.js'
import { TEXTS } from '../src/texts/texts.js'

const formOf = (patch: Partial<GenerateForm> = {}): GenerateForm => ({ ...initialState('en').form, ...patch })
const errorsOf = async (patch: Partial<GenerateForm>) => {
  const { token, errors } = await generateFrom(formOf(patch), now)
  expect(token).toBeUndefined()
  return Object.fromEntries(Object.entries(errors).map(([field, { code }]) => [field, code]))
}

describe('the form of a new token', () => {
  test('makes a token that says what the form says', async () => {
    const form = formOf({ canPublish: true, streamIds: 'camera\n\nscreen\n', mode: 'cbc' })
    const { token = '', kitToken, errors } = await generateFrom(form, now)
    const { claims, payload, mode } = await verifyToken04(token, { serverSecret: SECRET, now: () => NOW })
    expect(claims).toMatchObject({ app_id: 1234567890, user_id: 'demo', ctime: NOW, expire: NOW + 3600 })
    expect(payload).toEqual({ room_id: 'demo', privilege: { 1: 1, 2: 1 }, stream_id_list: ['camera', 'screen'] })
    expect([mode, kitToken, errors]).toEqual(['cbc', undefined, {}])
  })

  test('makes a basic token whatever its privileges say', async () => {
    const { token = '' } = await generateFrom(formOf({ kind: 'basic', roomId: '', canPublish: true }), now)
    expect((await verifyToken04(token, { serverSecret: SECRET, now: () => NOW })).payload).toBeNull()
  })

  test('makes a Kit Token around it', async () => {
    const { token, kitToken = '' } = await generateFrom(formOf({ isKit: true, userName: '小明' }), now)
    expect(parseKitToken(kitToken)).toEqual({ token, appId: 1234567890, userId: 'demo', roomId: 'demo', userName: '小明' })
  })

  const WRONG: [Partial<GenerateForm>, Partial<Record<Field, string>>][] = [
    [{ appId: '' }, { appId: 'INVALID_APP_ID' }],
    [{ appId: '12a' }, { appId: 'INVALID_APP_ID' }],
    [{ appId: '4294967296' }, { appId: 'INVALID_APP_ID' }],
    [{ userId: 'u'.repeat(65) }, { userId: 'INVALID_USER_ID' }],
    [{ serverSecret: 'short' }, { serverSecret: 'INVALID_SERVER_SECRET' }],
    [{ effectiveTimeInSeconds: '2073601' }, { effectiveTimeInSeconds: 'INVALID_EFFECTIVE_TIME' }],
    [{ effectiveTimeInSeconds: '1.5' }, { effectiveTimeInSeconds: 'INVALID_EFFECTIVE_TIME' }],
    [{ roomId: '' }, { roomId: 'INVALID_PAYLOAD' }],
    [{ streamIds: 's'.repeat(257) }, { streamIds: 'INVALID_PAYLOAD' }],
    [{ kind: 'basic', isKit: true, roomId: '' }, { roomId: 'INVALID_OPTION' }],
    [{ isKit: true, userName: 'n'.repeat(257) }, { userName: 'INVALID_OPTION' }],
    [{ streamIds: 'stream-with-a-long-name\n'.repeat(3000) }, { streamIds: 'TOKEN_TOO_LARGE' }],
    [
      { appId: '0', userId: '', serverSecret: '', effectiveTimeInSeconds: '' },
      {
        appId: 'INVALID_APP_ID',
        userId: 'INVALID_USER_ID',
        serverSecret: 'INVALID_SERVER_SECRET',
        effectiveTimeInSeconds: 'INVALID_EFFECTIVE_TIME'
      }
    ]
  ]
  test.each(WRONG.map(([patch, errors]) => ({ patch, errors })))(
    'puts the error of the library beside the field: $errors',
    async ({ patch, errors }) => expect(await errorsOf(patch)).toEqual(errors)
  )

  test('does not complain of a field that is not shown', async () => {
    expect(await errorsOf({ kind: 'basic', roomId: '', userName: 'n'.repeat(300), appId: '0' })).toEqual({
      appId: 'INVALID_APP_ID'
    })
  })

  test('shows the sentence of the library in English, and one of its own in Chinese', async () => {
    const { errors } = await generateFrom(formOf({ appId: '0' }), now)
    const message = errors.appId?.message ?? ''
    expect(TEXTS.en.fieldError('appId', message)).toBe('appId must be at least 1; found the number 0.')
    expect(TEXTS.zh.fieldError('appId', message)).toBe('AppID 必须是 1 到 4,294,967,295 的整数。')
  })
})

describe('a made-up secret', () => {
  test('is one that the library takes, and another each time', async () => {
    const secrets = [randomSecret(), randomSecret()]
    for (const serverSecret of secrets) expect((await generateFrom(formOf({ serverSecret }), now)).token).toMatch(/^04/)
    expect(new Set(secrets).size).toBe(2)
  })
})
