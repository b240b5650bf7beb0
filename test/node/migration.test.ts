import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { verifyToken04 } from '../../src/index.js'
import { generateToken04 } from '../../src/server-assistant.js'
import { refusal, SECRET } from '../support/tokens.js'

const guide = readFileSync(new URL('../../docs/migration.md', import.meta.url), 'utf8')
const generateAny = generateToken04 as (...given: unknown[]) => string

/** A call that is right but for what is named. */
function generateWith(patch: object): string {
  const right = { appId: 1, userId: 'demo', secret: SECRET, effectiveTimeInSeconds: 3600, payload: '', options: {} }
  const given = Object.values({ ...right, ...patch })
  expect(given).toHaveLength(6)
  return generateAny(...given)
}

/** The rows of the table of what is refused: its first cell is the input, as code. */
const rows = [...guide.matchAll(/^\| `(\w+: .+?)` \|.*\| (-?\d) \| `(\w+)` \|$/gm)].map(([, input = '', number, code]) => ({
  input: input.slice(0, 60),
  patch: new Function(`return { ${input} }`)() as object,
  expected: { errorCode: Number(number), code }
}))

describe('the guide from ZEGO’s assistant', () => {
  test('has a row for every code that making a token can give', () => {
    expect(rows).toHaveLength([...guide.matchAll(/^\| `/gm)].length)
    const codes = ['INVALID_APP_ID', 'INVALID_USER_ID', 'INVALID_SERVER_SECRET', 'INVALID_EFFECTIVE_TIME', 'INVALID_PAYLOAD']
    expect(new Set(rows.map(({ expected }) => expected.code))).toEqual(new Set([...codes, 'TOKEN_TOO_LARGE', 'INVALID_OPTION']))
  })

  test.each(rows)('tells the truth about $input', async ({ patch, expected }) => {
    const error = await refusal(() => generateWith(patch))
    expect(error).toMatchObject({ ...expected, errorMessage: error.message })
  })

  test('tells the truth about a payload that is an object', async () => {
    const payload = { room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null }
    const { claims } = await verifyToken04(generateWith({ payload }), { serverSecret: SECRET })
    expect(claims.payload).toBe(JSON.stringify(payload))
  })
})
