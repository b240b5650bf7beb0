/** What ajv says of the first rule that a value breaks. */
export interface ValidationError {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A compiled schema. Which rule was broken, `lastFailure` tells, or `errors` where a schema has to count them. */
export interface Validator {
  (value: unknown): boolean
  errors?: readonly ValidationError[] | null
}
