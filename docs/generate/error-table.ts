import type { FoundCode } from '../../src/diagnosis/texts.js'
import { EN } from '../../src/diagnosis/texts-en.js'
import { ZH } from '../../src/diagnosis/texts-zh.js'
import { type ClaimName, type ErrorCode, Token04Error, ZEGO_CODES } from '../../src/errors.js'
import type { Language } from '../../src/types.js'
import { ERROR_TEXTS, type ErrorText } from './error-texts.js'
import { code, prose, table } from './markdown.js'

/** When an error can come up. */
export type Stage = 'making' | 'both' | 'reading' | 'fetching' | 'authorizing'

const STAGES: Readonly<Record<ErrorCode, Stage>> = {
  INVALID_APP_ID: 'making',
  INVALID_USER_ID: 'making',
  INVALID_SERVER_SECRET: 'both',
  INVALID_EFFECTIVE_TIME: 'making',
  INVALID_PAYLOAD: 'both',
  TOKEN_TOO_LARGE: 'making',
  INVALID_OPTION: 'both',
  BROWSER_REFUSED: 'both',
  CRYPTO_UNAVAILABLE: 'both',
  MALFORMED_TOKEN: 'reading',
  UNSUPPORTED_VERSION: 'reading',
  MODE_NOT_ALLOWED: 'reading',
  DECRYPTION_FAILED: 'reading',
  INVALID_CLAIMS: 'reading',
  EXPIRED: 'reading',
  NOT_YET_VALID: 'reading',
  EXPIRE_MISMATCH: 'reading',
  APP_ID_MISMATCH: 'reading',
  USER_ID_MISMATCH: 'reading',
  ROOM_ID_MISMATCH: 'reading',
  TOKEN_UNAVAILABLE: 'fetching',
  LOGIN_DENIED: 'authorizing',
  PUBLISH_DENIED: 'authorizing',
  STREAM_ID_DENIED: 'authorizing'
}

/** Every code that a `Token04Error` can have. */
export const ERROR_CODES = Object.keys(STAGES) as ErrorCode[]

const DIAGNOSES = { en: EN, zh: ZH }

/** The claims about which ZEGO has a code each. */
export const CLAIMS = Object.keys(ZEGO_CODES).filter((name) => !(name in STAGES)) as ClaimName[]

const HEADS: Readonly<
  Record<Language, readonly [code: string, errorCode: string, zego: string, meaning: string, fix: string]>
> = {
  en: ['code', 'errorCode', 'ZEGO code', 'what is wrong', 'what to do'],
  zh: ['code', 'errorCode', 'ZEGO 错误码', '错在哪里', '怎么办']
}

/** The table of README.md. */
export function errorTable(language: Language): string {
  const [first, , ...head] = HEADS[language]
  return table(
    [first, ...head],
    ERROR_CODES.map((name) => [code(name), zegoCodesOf(name), ...errorText(name, language).map(prose)])
  )
}

/** The table of those that come up at one stage, with the numbers of ZEGO's assistants. */
export function errorTableOf(stage: Stage, language: Language): string {
  const rows = ERROR_CODES.filter((name) => STAGES[name] === stage).map((name) => [
    code(name),
    String(new Token04Error(name, '').errorCode),
    zegoCodesOf(name),
    ...errorText(name, language).map(prose)
  ])
  return table(HEADS[language], rows)
}

function zegoCodesOf(name: ErrorCode): string {
  if (name !== 'INVALID_CLAIMS') return String(new Token04Error(name, '').zegoCode ?? '')
  return CLAIMS.map((claim) => `${code(claim)} ${ZEGO_CODES[claim]}`).join(', ')
}

function errorText(name: ErrorCode, language: Language): ErrorText {
  return ERROR_TEXTS[language][name] ?? DIAGNOSES[language].texts[name as FoundCode]({})
}
