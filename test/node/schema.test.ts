import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeToken04, generateToken04Sync, verifyToken04Sync } from '../../src/sync.js'
import { ajv, schema, schemas } from '../support/schemas.js'
import { basic, now, refusal, SECRET } from '../support/tokens.js'

test('every schema is valid under draft 2020-12 and has an id of its own', () => {
  expect(schemas.length).toBeGreaterThan(5)
  for (const one of schemas) {
    expect(one.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(ajv.validateSchema(one)).toBe(true)
  }
  expect(new Set(schemas.map(({ $id }) => $id)).size).toBe(schemas.length)
})

test('the claims that we write are valid under the schema of written claims and that of a reader', () => {
  const token = generateToken04Sync(basic({ payload: { room_id: 'r', privilege: { 1: 1 } } }))
  const { claims, payload } = verifyToken04Sync(token, { serverSecret: SECRET, now })
  expect(decodeToken04(token).expire).toBe(claims.expire)
  for (const name of ['written-claims', 'claims']) expect(schema(name)(claims)).toBe(true)
  expect(schema('rtc-room-payload')(payload)).toBe(true)
})

test('generateToken04 and the schema of its options agree on every JSON value', async () => {
  const valid = { appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 60 }
  const fields = [
    'appId',
    'userId',
    'serverSecret',
    'effectiveTimeInSeconds',
    'payload',
    'mode',
    'maxEffectiveTimeInSeconds',
    'other'
  ]
  const payload = { room_id: 'r', privilege: { 1: 1 }, stream_id_list: null }
  const values = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(1, 4_294_967_295, 60, 'gcm', 'cbc', SECRET, payload),
    fc
      .dictionary(fc.constantFrom(...Object.keys(payload), 'x'), fc.jsonValue({ maxDepth: 1 }))
      .map((patch) => ({ ...payload, ...patch })),
    fc.string({ unit: 'binary', maxLength: 70 })
  )
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...fields), values, { maxKeys: 3, noNullPrototype: true }),
      async (patch) => {
        const options = { ...valid, ...patch }
        // two rules are beyond JSON Schema: the cap is an option itself, and a text payload must parse
        const cap = (options as { maxEffectiveTimeInSeconds?: number }).maxEffectiveTimeInSeconds ?? 2_073_600
        const isJsonPayload = typeof patch.payload !== 'string' || patch.payload === ''
        if (schema('generate-options')(options) && options.effectiveTimeInSeconds <= cap && isJsonPayload) {
          expect(generateToken04Sync(options as never)).toMatch(/^04/)
        } else await refusal(() => generateToken04Sync(options as never))
      }
    ),
    { numRuns: 2000 }
  )
})
