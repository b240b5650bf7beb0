import type { DiagnosisCode } from '../types.js'

/** Short facts that a sentence may mention, each with its words in every language. */
export type Word =
  | 'undefined'
  | 'null'
  | 'object'
  | 'array'
  | 'number'
  | 'boolean'
  | 'function'
  | 'symbol'
  | 'bigint'
  | 'whitespace'
  | 'quotes'
  | 'bearer'
  | 'bom'
  | 'padding'
  | 'stray-bits'
  | 'foreign'
  | 'no-version'
  | 'too-long'
  | 'ciphertext-length'
  | 'expire-range'

/** What a sentence may mention. Never a secret, an id or a plaintext. */
export interface Detail {
  readonly [name: string]: string | number
}

/** The mistake, and the fix as an action. */
type Text = readonly [message: string, fix: string]

/** What an examination can find: these others are about making tokens, or about browsers. */
export type FoundCode = Exclude<DiagnosisCode, 'BROWSER_REFUSED' | 'TOKEN_TOO_LARGE' | 'INVALID_PAYLOAD'>

/** One language, complete. */
export interface Texts {
  readonly words: Readonly<Record<Word, string>>
  readonly texts: Readonly<Record<FoundCode, (detail: Detail) => Text>>
}
