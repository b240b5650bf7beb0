import { describe, expect, test } from 'vitest'
import { createTokenHandler } from '../../../src/http.js'
import { refusal } from '../../support/tokens.js'
import { ask, options } from './support.js'

const APP = 'https://app.example.com'

/** The headers of an answer that have to do with other origins. */
async function headersOf(cors: object | undefined, method: string, origin?: string) {
  const headers = { ...(origin && { origin }), ...(method === 'OPTIONS' && { 'access-control-request-method': 'POST' }) }
  const response = await createTokenHandler(options({ cors }))(ask({ method, headers }))
  expect(response.status).toBe(method === 'OPTIONS' ? 204 : 200)
  if (method === 'OPTIONS') {
    expect([await response.text(), response.headers.get('allow')]).toEqual(['', 'POST, OPTIONS'])
    expect(response.headers.get('content-type')).toBe(null)
  }
  return Object.fromEntries([...response.headers].filter(([name]) => /^(access-control|vary)/.test(name)))
}

const preflighted = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '600'
}

describe('pages of other origins', () => {
  test.each(['POST', 'OPTIONS'])('read nothing unless that was configured: %s', async (method) => {
    expect(await headersOf(undefined, method, APP)).toEqual({})
  })

  test('read the answers where their origin is named', async () => {
    const cors = { origins: ['http://localhost:5173', APP] }
    const allowed = { 'access-control-allow-origin': APP, vary: 'origin' }
    expect(await headersOf(cors, 'POST', APP)).toEqual(allowed)
    expect(await headersOf(cors, 'OPTIONS', APP)).toEqual({ ...allowed, ...preflighted })
  })

  test.each([undefined, 'null', 'https://example.com', `${APP}.evil.com`, APP.toUpperCase(), `${APP}:8443`])(
    'read nothing where it is not: %s',
    async (origin) => {
      for (const method of ['POST', 'OPTIONS'])
        expect(await headersOf({ origins: [APP] }, method, origin)).toEqual({ vary: 'origin' })
    }
  )

  test('send cookies and headers, and are remembered, as configured', async () => {
    const cors = { origins: [APP], credentials: true, allowedHeaders: ['x-session'], maxAgeInSeconds: 0 }
    expect(await headersOf(cors, 'OPTIONS', APP)).toEqual({
      ...preflighted,
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'x-session',
      'access-control-max-age': '0',
      vary: 'origin'
    })
  })

  test('may be all of them', async () => {
    const everyone = { 'access-control-allow-origin': '*' }
    expect(await headersOf({ origins: '*' }, 'POST', APP)).toEqual(everyone)
    expect(await headersOf({ origins: '*' }, 'OPTIONS')).toEqual({ ...everyone, ...preflighted })
  })

  test('read refusals too, so that they know what is wrong', async () => {
    const handler = createTokenHandler(options({ authenticate: () => null, cors: { origins: [APP] } }))
    const response = await handler(ask({ headers: { origin: APP } }))
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, APP])
  })
})

test.each([
  ['every origin with cookies', { origins: '*', credentials: true }, /"\*" is too many/],
  ['no origins', {}, /cors\.origins must be an array/],
  ['an empty list', { origins: [] }, /not empty/],
  ['a list that is none', { origins: APP }, /found a string/],
  ['a path', { origins: [APP, `${APP}/`] }, /cors\.origins\/1 must be an origin/],
  ['a host alone', { origins: ['app.example.com'] }, /cors\.origins\/0/],
  ['capitals, which browsers do not send', { origins: ['https://App.example.com'] }, /cors\.origins\/0/],
  ['what every sandboxed page sends', { origins: ['null'] }, /cors\.origins\/0/],
  ['a header that would end the line', { origins: [APP], allowedHeaders: ['a\r\nset-cookie'] }, /cors\.allowedHeaders\/0/],
  ['credentials that are no boolean', { origins: [APP], credentials: 'yes' }, /true or false/],
  ['a time that is too long', { origins: [APP], maxAgeInSeconds: 86_401 }, /at most 86400/],
  ['an unknown field', { origins: [APP], origin: APP }, /unknown field "origin"/],
  ['no object', true, /cors must be an object/]
])('the option cors is refused at once with %s', async (_what, cors, message) => {
  const error = await refusal(() => createTokenHandler(options({ cors })))
  expect([error.code, error.message]).toEqual(['INVALID_OPTION', expect.stringMatching(message)])
})
