import type { DiagnosisCode } from 'zego-token04/dev-browser'
import type { Expected } from '../logic/question.js'

/** A token to look at, and what makes it what its name says. */
export interface Sample {
  /** Anything, since a program may pass anything for a token. */
  readonly token: unknown
  readonly serverSecret: unknown
  /** The time at which it is read, in Unix seconds: with it, a sample is what it is on any day. */
  readonly now: number
  readonly expected: Partial<Expected>
}

/** Codes that no token gives: these are about making one, about browsers that are refused, and about browsers without cryptography. */
export const NEVER_FOUND = ['BROWSER_REFUSED', 'TOKEN_TOO_LARGE', 'INVALID_PAYLOAD', 'CRYPTO_UNAVAILABLE'] as const

/** Codes that a diagnosis in this page can report. */
type SampleCode = Exclude<DiagnosisCode, (typeof NEVER_FOUND)[number]>
type ValidSample = 'VALID_BASIC' | 'VALID_PRIVILEGE' | 'VALID_STREAMS'
export type SampleId = SampleCode | ValidSample
