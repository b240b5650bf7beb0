import type { Token04Error } from '../errors.js'
import { ABSENT_EXPECTATIONS, checkExpectations, copyArray, type Expectations } from '../token/expectations.js'
import type { DiagnoseOptions, Language, VerifyOptions } from '../types.js'
import { check } from '../validation/check.js'
import {
  action as actionSchema,
  language as languageSchema,
  rule as ruleSchema,
  text as textSchema
} from '../validation/compiled.js'
import { readOptions } from '../validation/read-options.js'

/** Options that were read and checked, all but the secrets. */
export type Question = Omit<DiagnoseOptions & Expectations, 'serverSecret'> & { readonly secrets: readonly unknown[] }

const ABSENT = {
  ...ABSENT_EXPECTATIONS,
  action: undefined,
  streamId: undefined,
  rule: undefined,
  language: undefined
} as unknown as DiagnoseOptions

/** The language of the texts, whatever else the options hold. */
export function readLanguage(options: unknown): Language {
  try {
    return (options as DiagnoseOptions).language === 'zh' ? 'zh' : 'en'
  } catch {
    return 'en'
  }
}

/** Reads and checks the options; answers the error where one is wrong. */
export function readQuestion(options: unknown): Question | Token04Error {
  try {
    const read = readOptions(options ?? {}, ABSENT)
    const { action, streamId, rule, language } = read
    if (action !== undefined) check(actionSchema, action, 'INVALID_OPTION', 'action')
    if (streamId !== undefined) check(textSchema, streamId, 'INVALID_OPTION', 'streamId')
    if (rule !== undefined) check(ruleSchema, rule, 'INVALID_OPTION', 'rule')
    if (language !== undefined) check(languageSchema, language, 'INVALID_OPTION', 'language')
    const { serverSecret, ...question } = { ...read, ...checkExpectations(read as VerifyOptions) }
    return { ...question, secrets: secretsOf(serverSecret) }
  } catch (error) {
    return error as Token04Error
  }
}

function secretsOf(secret: unknown): readonly unknown[] {
  const secrets = copyArray('serverSecret', secret)
  if (secrets === undefined) return []
  return Array.isArray(secrets) ? secrets : [secrets]
}
