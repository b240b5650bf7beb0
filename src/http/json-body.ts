import { fromUtf8 } from '../encoding/utf8.js'
import { parseObject } from '../token/claims.js'
import { Refusal } from './refusal.js'

/** What `request.json()` gives: the object in a body. Where there is none, the caller is told so, unless `authenticate` knows better. */
export async function jsonBody(body: Uint8Array<ArrayBuffer>): Promise<Record<string, unknown>> {
  const value = parseObject(fromUtf8(body))
  if (value === undefined) throw new Refusal('INVALID_BODY')
  return value
}
