/** What ajv says of the first rule that a value breaks. */
export interface ValidationError {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A compiled schema. */
export interface Validator {
  (value: unknown): boolean
  errors?: readonly ValidationError[] | null
}
