import { type ErrorCode, Token04Error } from '../errors.js'
import { explain } from './explain.js'
import type { Validator } from './validator.js'

/** Throws a `Token04Error` with this code where `value`, called `name`, breaks the schema. */
export function check(validate: Validator, value: unknown, code: ErrorCode, name: string): void {
  if (validate(value)) return
  throw new Token04Error(code, explain(name, value, firstError(validate)))
}

/** What the last call of a validator that answered false has found first. */
export function firstError(validate: Validator) {
  return (validate.errors as NonNullable<Validator['errors']>)[0] as NonNullable<Validator['errors']>[number]
}
