import { utf8Length } from '../encoding/text-length.js'
import { describe, describeKey } from './describe.js'
import type { ValidationError } from './validator.js'

/** A sentence for the first rule that `value`, called `name`, breaks: where, what was expected, what was found. */
export function explain(name: string, value: unknown, error: ValidationError): string {
  const { keyword, params } = error
  const path = name + error.instancePath
  if (keyword === 'required') return `${path} must have the field "${params.missingProperty}"; it is missing.`
  if (keyword === 'additionalProperties') {
    return `${path} has an unknown field ${describeKey(String(params.additionalProperty))}; leave it out.`
  }
  const found = valueAt(value, error.instancePath)
  return `${path} must be ${expectation(error)}; found ${describeFound(found, keyword)}.`
}

function expectation({ keyword, params }: ValidationError): string {
  switch (keyword) {
    case 'type':
      return TYPE_NAMES[String(params.type) as keyof typeof TYPE_NAMES]
    case 'enum':
      return `one of ${(params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}`
    case 'minimum':
      return `at least ${params.limit}`
    case 'maximum':
      return `at most ${params.limit}`
    case 'minLength':
      return 'a string that is not empty'
    case 'maxLength':
      return `a string of at most ${params.limit} characters`
    case 'minUtf8Bytes':
      return `a string of at least ${params.limit} bytes of UTF-8`
    case 'maxUtf8Bytes':
      return `a string of at most ${params.limit} bytes of UTF-8`
    case 'pattern':
      return `well-formed Unicode${String(params.pattern).includes('u007f') ? ' without control characters' : ''}`
    case 'minItems':
      return 'an array that is not empty'
    case 'minProperties':
      return 'an object with at least one field'
    default:
      return 'an array without repetitions'
  }
}

const TYPE_NAMES = {
  integer: 'an integer',
  number: 'a number',
  string: 'a string',
  boolean: 'a boolean',
  object: 'an object',
  array: 'an array',
  'array,null': 'an array or null',
  'string,null': 'a string or null'
} as const

function describeFound(found: unknown, keyword: string): string {
  return typeof found === 'string' && keyword.endsWith('Utf8Bytes') ? `a string of ${utf8Length(found)} bytes` : describe(found)
}

// the paths of these schemas have no escapes: fields and array indices only
function valueAt(value: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], value)
}
