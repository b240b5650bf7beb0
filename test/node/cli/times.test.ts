import { afterEach, describe, expect, test } from 'vitest'
import { TEXTS } from '../../../src/cli/texts.js'
import { datesOf, durationText, expiryText, isoDate } from '../../../src/cli/times.js'
import { NOW } from '../../support/tokens.js'

const { TZ } = process.env
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ
  else process.env.TZ = TZ
})

describe('a point in time is shown in UTC and on this machine', () => {
  test.each([
    ['Asia/Shanghai', '2023-11-15 06:13:20 +08:00'],
    ['America/St_Johns', '2023-11-14 18:43:20 -03:30'],
    ['UTC', '2023-11-14 22:13:20 +00:00']
  ])('%s', (zone, local) => {
    process.env.TZ = zone
    expect(datesOf(NOW)).toEqual({ utc: '2023-11-14 22:13:20 UTC', local })
  })

  test('unless no calendar knows it, there or here', () => {
    process.env.TZ = 'Asia/Shanghai'
    const last = 8_640_000_000_000
    expect([datesOf(last), datesOf(last + 1), isoDate(last + 1)]).toEqual([undefined, undefined, null])
    expect(isoDate(last)).toBe('+275760-09-13T00:00:00.000Z')
  })
})

test.each([
  [0, '0 s', '0 秒'],
  [59, '59 s', '59 秒'],
  [60, '1 min', '1 分'],
  [3599, '59 min 59 s', '59 分 59 秒'],
  [3600, '1 h', '1 小时'],
  [3661, '1 h 1 min', '1 小时 1 分'],
  [86_405, '1 d', '1 天'],
  [2_073_600, '24 d', '24 天']
])('%i seconds are %s', (seconds, english, chinese) => {
  expect([durationText(seconds, TEXTS.en), durationText(seconds, TEXTS.zh)]).toEqual([english, chinese])
})

test('at the second of its expiry a token is expired', () => {
  expect(expiryText(NOW, NOW - 1, TEXTS.en)).toMatch(/, expires in 1 s$/)
  expect(expiryText(NOW, NOW, TEXTS.en)).toMatch(/, expired 0 s ago$/)
})
