import { describe, expect, test } from 'vitest'
import { generateToken04 } from 'zego-token04/dev-browser'
import { basic, NOW } from '../../test/support/tokens.js'
import { editToken } from '../src/app/edit-token.js'
import { loadSample } from '../src/app/load-sample.js'
import { showGenerated } from '../src/app/show-generated.js'
import { initialState } from '../src/app/state.js'
import { countdownTo, utc } from '../src/logic/countdown.js'
import { diagnoseOptions, NOTHING_EXPECTED, numberOf } from '../src/logic/question.js'
import { untilRenewal } from '../src/logic/until-renewal.js'

describe('the countdown', () => {
  test.each([
    [NOW + 3600, { state: 'valid', days: 0, clock: '01:00:00' }],
    [NOW + 2 * 86_400 + 61, { state: 'valid', days: 2, clock: '00:01:01' }],
    [NOW, { state: 'expired', days: 0, clock: '00:00:00' }],
    [NOW - 86_401, { state: 'expired', days: 1, clock: '00:00:01' }]
  ])('to %d', (expire, left) => {
    expect(countdownTo(expire, NOW, 100)).toEqual(left)
  })

  test('says when to renew', () => {
    expect(countdownTo(NOW + 30, NOW, 0).state).toBe('due')
    expect(countdownTo(NOW + 30, NOW, undefined).state).toBe('valid')
  })

  test('asks the library when that is, where it can read the token', async () => {
    const token = await generateToken04(basic())
    expect(untilRenewal(token, NOW)).toBe(3570)
    expect(untilRenewal(token.slice(0, 40), NOW)).toBeUndefined()
  })

  test('writes moments in UTC, as far as calendars go', () => {
    expect(utc(NOW)).toBe('2023-11-14 22:13:20 UTC')
    expect(utc(9e15)).toBeUndefined()
  })
})

describe('what is asked about a token', () => {
  test('is a number where it is one, and else left to the library to refuse', () => {
    expect([' 12 ', '-1', '1.5', '', ' ', '1e3', '0x10', 'AppID'].map(numberOf)).toEqual([
      12,
      -1,
      1.5,
      undefined,
      undefined,
      '1e3',
      '0x10',
      'AppID'
    ])
  })

  test('leaves out what is empty', () => {
    const now = () => NOW
    const options = diagnoseOptions(NOTHING_EXPECTED, '', now, 'zh')
    expect(Object.entries(options).filter(([, value]) => value !== undefined)).toEqual([
      ['rule', 'login-and-publish'],
      ['now', now],
      ['language', 'zh']
    ])
    expect(diagnoseOptions({ ...NOTHING_EXPECTED, mode: 'gcm', appId: '1' }, 's', now, 'en')).toMatchObject({
      modes: ['gcm'],
      appId: 1,
      serverSecret: 's'
    })
  })
})

describe('the state of the page', () => {
  const REAL_NOW = 1_800_000_000

  test('a sample brings its time, and its secret', async () => {
    const state = await loadSample('EXPIRED', REAL_NOW)
    expect(REAL_NOW + (state.clockOffset ?? 0)).toBe(1_700_090_000)
    expect(state).toMatchObject({ sample: 'EXPIRED', serverSecret: 'fa94dd0f974cf2e293728a526b028271' })
  })

  test('a sample that is altered stays one; one that is replaced leaves nothing behind', async () => {
    const state = { ...initialState('en'), ...(await loadSample('APP_ID_MISMATCH', REAL_NOW)) }
    const token = String(state.token)
    for (const altered of [`${token}x`, token.slice(0, -40), `"${token}`, `${token.slice(0, 30)}x${token.slice(31)}`]) {
      expect(editToken(state, altered)).toEqual({ token: altered })
    }
    const other = await generateToken04(basic())
    for (const text of ['', '04', other, token.slice(0, 20)]) {
      const left = { serverSecret: '', expected: NOTHING_EXPECTED, sample: '', clockOffset: 0 }
      expect(editToken(state, text)).toEqual({ ...left, token: text })
    }
  })

  test('a sample without a text is replaced by any', async () => {
    for (const id of ['EMPTY', 'NOT_A_STRING'] as const) {
      const state = { ...initialState('en'), ...(await loadSample(id, REAL_NOW)) }
      expect(editToken(state, '04')).toMatchObject({ token: '04', sample: '', clockOffset: 0 })
    }
  })

  test('a token of the visitor keeps the secret that was typed for it', () => {
    expect(editToken({ ...initialState('en'), serverSecret: 's' }, '04')).toEqual({ token: '04' })
  })

  test('a token that was made here is handed on with what opens it, and with the real time', () => {
    const { form } = initialState('en')
    const shown = showGenerated(form, '04')
    expect(shown).toMatchObject({ token: '04', serverSecret: form.serverSecret, sample: '', clockOffset: 0 })
    expect(shown.expected).toMatchObject({ appId: form.appId, userId: 'demo', roomId: 'demo' })
    expect(showGenerated({ ...form, kind: 'basic' }, '04').expected?.roomId).toBe('')
  })

  test('another token is not expected to be for those of the one that was made here, unless the visitor says so', async () => {
    const state = { ...initialState('en'), ...showGenerated(initialState('en').form, await generateToken04(basic())) }
    const other = await generateToken04(basic({ userId: 'other' }))
    expect(editToken(state, other)).toEqual({ token: other, expected: NOTHING_EXPECTED })
    expect(editToken(state, `${state.token}x`)).toEqual({ token: `${state.token}x` })
    const said = { ...state, expected: { ...state.expected, userId: 'other' } }
    expect(editToken(said, other)).toEqual({ token: other })
  })
})
