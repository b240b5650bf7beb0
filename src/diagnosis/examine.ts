import type { KeyMaterial } from '../crypto/server-secret.js'
import { Token04Error } from '../errors.js'
import type { Envelope } from '../token/envelope.js'
import type { DecodedToken04, Diagnosis } from '../types.js'
import { type Question, readLanguage, readQuestion } from './diagnose-options.js'
import { examineExpiry, examineIdentity, examinePayload, examinePermission, examineTimes } from './examine-checks.js'
import { examineClaims } from './examine-claims.js'
import { examineEnvelope } from './examine-envelope.js'
import { examinePlaintext, type Plaintext } from './examine-plaintext.js'
import { type Candidate, examineSecrets } from './examine-secrets.js'
import { examineText } from './examine-text.js'
import { Report } from './report.js'

/** An attempt to decrypt, which the caller makes, with or without a promise. */
interface Attempt {
  readonly material: KeyMaterial
  readonly envelope: Envelope
}

/** Yields what is to be decrypted, and is given the plaintext, or undefined where that fails. Never throws. */
export type Examination<T> = Generator<Attempt, T, Uint8Array | undefined>

/** Examines a token as far as it goes, past each mistake that leaves something to read. */
export function* examine(token: unknown, options: unknown): Examination<Diagnosis> {
  const report = new Report(readLanguage(options))
  const question = readQuestion(options)
  if (question instanceof Token04Error) {
    report.add('INVALID_OPTION', { explanation: question.message })
    return report.diagnosis()
  }
  const { secrets, modes } = question
  const bytes = examineText(token, secrets, report)
  const envelope = bytes && examineEnvelope(bytes, report)
  if (envelope === undefined) return report.diagnosis()

  if (modes?.includes(envelope.mode) === false) report.add('MODE_NOT_ALLOWED', { mode: envelope.mode.toUpperCase() })
  const plaintext = yield* tryKeys(envelope, examineSecrets(secrets, report), report)
  if (plaintext === undefined) reportUnread(envelope, question, report)
  const content = plaintext?.claims && examineContent(plaintext.claims, envelope, question, report)
  if (envelope.mode === 'cbc') report.add('CBC_UNAUTHENTICATED', {}, 'warning')
  return report.diagnosis({ decoded: decodedOf(envelope), ...content })
}

function* tryKeys(envelope: Envelope, candidates: readonly Candidate[], report: Report): Examination<Plaintext | undefined> {
  try {
    for (const { material, mistake } of candidates) {
      const bytes = yield { material, envelope }
      const plaintext = bytes && examinePlaintext(bytes, envelope.mode)
      if (plaintext === undefined) continue
      if (mistake !== undefined) report.add(mistake)
      if (plaintext.mistake !== undefined) report.add(plaintext.mistake)
      return plaintext
    }
    if (candidates.length > 0) report.add('DECRYPTION_FAILED')
  } catch {
    // thrown in by the caller, who could not decrypt at all
    report.add('CRYPTO_UNAVAILABLE')
  }
  return undefined
}

// what is in clear is all that there is
function reportUnread({ expire }: Envelope, { secrets, seconds, clockToleranceInSeconds }: Question, report: Report): void {
  if (secrets.length === 0) report.add('SECRET_NOT_GIVEN', {}, 'info')
  examineExpiry(expire, seconds, clockToleranceInSeconds, report)
}

function examineContent(
  raw: Record<string, unknown>,
  { expire }: Envelope,
  question: Question,
  report: Report
): Partial<Diagnosis> {
  const { seconds, clockToleranceInSeconds, validatePayload = true } = question
  const claims = examineClaims(raw, seconds, report)
  if (claims === undefined) return {}

  if (claims.expire !== expire) report.add('EXPIRE_MISMATCH')
  examineExpiry(claims.expire, seconds, clockToleranceInSeconds, report)
  examineTimes(claims, seconds, clockToleranceInSeconds, report)
  examineIdentity(claims, question, report)
  const payload = validatePayload ? examinePayload(claims, report) : undefined
  if (payload === undefined) return { claims }
  examinePermission(claims, payload, question, report)
  return { claims, payload }
}

function decodedOf({ expire, mode, iv, ciphertext }: Envelope): DecodedToken04 {
  return { version: '04', expire, mode, iv: new Uint8Array(iv), ciphertext: new Uint8Array(ciphertext) }
}
