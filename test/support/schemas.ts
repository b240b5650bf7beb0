import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { utf8Length } from '../../src/encoding/text-length.js'

const folder = new URL('../../schema/', import.meta.url)

export const schemas = ['', 'vectors/'].flatMap((path) =>
  readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(path + name, folder), 'utf8')))
)

export const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false })
ajv.addKeyword({
  keyword: 'minUtf8Bytes',
  type: 'string',
  validate: (limit: number, text: string) => utf8Length(text) >= limit
})
ajv.addKeyword({
  keyword: 'maxUtf8Bytes',
  type: 'string',
  validate: (limit: number, text: string) => utf8Length(text) <= limit
})
ajv.addSchema(schemas)

/** The run-time validator of a schema, by what stands behind urn:zego-token04: in its id. */
export function schema(name: string) {
  return ajv.getSchema(`urn:zego-token04:${name}`) as NonNullable<ReturnType<typeof ajv.getSchema>>
}
