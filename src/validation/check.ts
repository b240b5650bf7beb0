import { type ErrorCode, Token04Error } from '../errors.js'
import { lastFailure } from './compiled.js'
import { explain } from './explain.js'
import type { Validator } from './validator.js'

/** Throws a `Token04Error` with this code where `value`, called `name`, breaks the schema. */
export function check(validate: Validator, value: unknown, code: ErrorCode, name: string): void {
  if (validate(value)) return
  throw new Token04Error(code, explain(name, value, lastFailure()))
}
