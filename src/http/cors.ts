import { Token04Error } from '../errors.js'
import { check } from '../validation/check.js'
import {
  DEFAULT_ALLOWED_HEADERS,
  DEFAULT_MAX_AGE_IN_SECONDS,
  headerName,
  maxAgeInSeconds as maxAgeSchema,
  origin as originSchema
} from '../validation/compiled.js'
import { describe } from '../validation/describe.js'
import { readOptions } from '../validation/read-options.js'
import type { Validator } from '../validation/validator.js'
import type { HeaderFields } from './answer.js'
import type { CorsOptions } from './types.js'

/** The headers that let pages of other origins read an answer, by the origin that asks. */
export interface Cors {
  readonly answer: (origin: string | undefined) => HeaderFields
  readonly preflight: (origin: string | undefined) => HeaderFields
}

/** Validates the option `cors`. Left out: no page of another origin reads anything. */
export function readCors(options: unknown): Cors {
  if (options === undefined) return { answer: () => NONE, preflight: () => NONE }
  const { origins, credentials = false, allowedHeaders, maxAgeInSeconds } = readOptions(options, ABSENT, 'cors')
  const allowed = origins === '*' ? undefined : new Set(readList(origins, 'cors.origins', originSchema, ORIGIN))
  if (typeof credentials !== 'boolean') throw new Token04Error('INVALID_OPTION', 'cors.credentials must be true or false.')
  if (credentials && allowed === undefined) {
    throw new Token04Error(
      'INVALID_OPTION',
      'cors.credentials lets pages of named origins send cookies: name the origins, "*" is too many.'
    )
  }
  const names = readList(allowedHeaders ?? DEFAULT_ALLOWED_HEADERS, 'cors.allowedHeaders', headerName, HEADER)
  const maxAge = maxAgeInSeconds ?? DEFAULT_MAX_AGE_IN_SECONDS
  check(maxAgeSchema, maxAge, 'INVALID_OPTION', 'cors.maxAgeInSeconds')

  const preflighted = {
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': names.join(', '),
    'access-control-max-age': `${maxAge}`
  }
  const answer = (origin: string | undefined): HeaderFields => {
    if (allowed === undefined) return EVERYONE
    // a cache must not give the answer for one origin to another
    if (origin === undefined || !allowed.has(origin)) return VARY
    return {
      ...VARY,
      'access-control-allow-origin': origin,
      ...(credentials && { 'access-control-allow-credentials': 'true' })
    }
  }
  const preflight = (origin: string | undefined): HeaderFields => {
    const headers = answer(origin)
    return 'access-control-allow-origin' in headers ? { ...headers, ...preflighted } : headers
  }
  return { answer, preflight }
}

const NONE: HeaderFields = {}
const EVERYONE: HeaderFields = { 'access-control-allow-origin': '*' }
const VARY: HeaderFields = { vary: 'origin' }

const ORIGIN =
  'an origin as browsers send it, such as "https://example.com": scheme, host, and the port where it is not the usual one'
const HEADER = 'the name of a header'

const ABSENT = {
  origins: undefined,
  credentials: undefined,
  allowedHeaders: undefined,
  maxAgeInSeconds: undefined
} as unknown as CorsOptions

function readList(list: unknown, name: string, validate: Validator, expectation: string): readonly string[] {
  if (!Array.isArray(list) || list.length === 0) {
    throw new Token04Error('INVALID_OPTION', `${name} must be an array that is not empty; found ${describe(list)}.`)
  }
  const copy: unknown[] = [...list]
  const wrong = copy.findIndex((item) => !validate(item))
  if (wrong >= 0) throw new Token04Error('INVALID_OPTION', `${name}/${wrong} must be ${expectation}.`)
  return copy as string[]
}
