// The payload's schema alone: compiled when the package is built, and as ajv compiles it at run time.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { PAYLOADS } from '../subject.mjs'
import { bundle } from '../support/bundle.mjs'

/** Rows of the two validators, on the same payload. */
export async function validationRows() {
  const { rtcRoomPayload } = await import(await bundle('src/validation/compiled.js', { platform: 'node' }))
  const ordinary = ordinaryValidator()
  const payload = PAYLOADS.privilege
  if (!rtcRoomPayload(payload) || !ordinary(payload)) throw new Error('a validator refuses the payload')
  return [
    { id: 'validate payload', beside: 'generate gcm privilege sync', run: () => rtcRoomPayload(payload) },
    { id: 'validate payload with ajv at run time', beside: 'validate payload', run: () => ordinary(payload) }
  ]
}

function ordinaryValidator() {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
  const encoder = new TextEncoder()
  const utf8Length = (text) => encoder.encode(text).length
  ajv.addKeyword({ keyword: 'minUtf8Bytes', type: 'string', validate: (limit, text) => utf8Length(text) >= limit })
  ajv.addKeyword({ keyword: 'maxUtf8Bytes', type: 'string', validate: (limit, text) => utf8Length(text) <= limit })
  ajv.addSchema(schema('definitions'))
  return ajv.compile(schema('rtc-room-payload'))
}

function schema(name) {
  return JSON.parse(readFileSync(new URL(`../../schema/${name}.json`, import.meta.url), 'utf8'))
}
