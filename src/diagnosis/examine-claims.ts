import type { ClaimName } from '../errors.js'
import { typedClaims } from '../token/claims.js'
import type { Claims } from '../types.js'
import { claims as claimsSchema, userId as userIdSchema } from '../validation/compiled.js'
import type { Report } from './report.js'

/** The claims, if all have the right types; else what is wrong with each. */
export function examineClaims(raw: Record<string, unknown>, seconds: number, report: Report): Claims | undefined {
  const wrong = CLAIMS.filter((claim) => !claimsSchema({ ...RIGHT_CLAIMS, [claim]: own(raw, claim) }))
  for (const claim of wrong) addWrong(claim, own(raw, claim), report)
  if (wrong.length > 0) return undefined
  const claims = typedClaims(raw)
  examineValues(claims, seconds, report)
  return claims
}

// with these, a schema violation is that of the one claim that was replaced
const RIGHT_CLAIMS: Claims = { app_id: 1, user_id: '', nonce: 0, ctime: 0, expire: 0, payload: '' }
const CLAIMS = Object.keys(RIGHT_CLAIMS) as ClaimName[]

function own(raw: Record<string, unknown>, claim: ClaimName): unknown {
  return Object.hasOwn(raw, claim) ? raw[claim] : undefined
}

function addWrong(claim: ClaimName, value: unknown, report: Report): void {
  if (claim === 'payload') report.add('PAYLOAD_NOT_STRING', { type: Array.isArray(value) ? 'array' : typeof value })
  else if (claim !== 'user_id' && isNumberText(value)) report.add('STRING_NUMBER', { claim })
  else if (claim === 'nonce' && Number.isInteger(value)) report.add('NONCE_64_BIT')
  else report.add('INVALID_CLAIMS', { claim })
}

function isNumberText(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
}

function examineValues({ app_id, user_id, ctime, expire }: Claims, seconds: number, report: Report): void {
  for (const [claim, value] of Object.entries({ ctime, expire })) {
    if (isMilliseconds(value, seconds)) report.add('MILLISECONDS', { claim })
  }
  if (app_id === 0) report.add('INVALID_APP_ID', {}, 'warning')
  if (user_id.includes('\0')) report.add('USER_ID_TRUNCATED', {}, 'warning')
  else if (!userIdSchema(user_id)) report.add('INVALID_USER_ID', {}, 'warning')
}

const TEN_YEARS = 315_360_000

// what is near the present as milliseconds is tens of thousands of years away as seconds
function isMilliseconds(value: number, seconds: number): boolean {
  return Math.abs(value / 1000 - seconds) < TEN_YEARS && value > seconds + TEN_YEARS
}
