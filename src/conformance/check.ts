import type { Mode } from '../types.js'
import type { Port, Reply } from './port.js'
import { type Answer, type Op, quote, type Started } from './protocol.js'

/** 1: tokens made live, 2: exact bytes, 3: reading. */
export type Level = 1 | 2 | 3

/** What came of one case. */
export type Verdict =
  | { readonly status: 'passed' }
  | { readonly status: 'skipped'; readonly reason: string }
  | {
      readonly status: 'failed'
      readonly expected: string
      readonly found: string
      /** Flags beside the vector's own, where the answer itself tells what went wrong. */
      readonly bugs: readonly string[]
    }

/** One case, ready to be put to a port. */
export interface Check {
  readonly id: string
  readonly level: Level
  /** Name of the file of vectors that it is from. */
  readonly file: string
  readonly flags: readonly string[]
  readonly comment: string
  /** Why this port need not be asked. */
  readonly skip?: string | undefined
  run(port: Port): Promise<Verdict>
}

export const PASSED: Verdict = { status: 'passed' }

export function failed(expected: string, found: string, bugs: readonly string[] = []): Verdict {
  return { status: 'failed', expected, found, bugs }
}

/** Judges a reply by its answer: `accept` gives undefined where the answer is of the wrong kind. */
export function judge(reply: Reply, expected: string, accept: (answer: Answer) => Verdict | undefined): Verdict {
  if ('problem' in reply) return failed(expected, `the port ${reply.problem}`)
  if ('skipped' in reply) return { status: 'skipped', reason: reply.skipped }
  return accept(reply) ?? failed(expected, describeAnswer(reply))
}

/** Judges whether something was refused; with `comparesCode` also why. */
export function judgeRefusal(
  reply: Reply,
  error: { readonly code: string; readonly claim?: string },
  comparesCode: boolean
): Verdict {
  const expected = `a refusal with ${describeError(error)}`
  return judge(reply, expected, (answer) => {
    if (!('error' in answer)) return undefined
    const { code, claim } = answer.error
    return !comparesCode || (code === error.code && claim === error.claim) ? PASSED : undefined
  })
}

/** Why a port need not be asked for this, if it cannot do it. */
export function whyNot({ capabilities, modes }: Started, op: Op, mode?: unknown): string | undefined {
  if (!capabilities.includes(op)) return `the port cannot ${op}`
  return isMode(mode) && !modes.includes(mode) ? `the port has no mode ${mode}` : undefined
}

function isMode(value: unknown): value is Mode {
  return value === 'cbc' || value === 'gcm'
}

function describeAnswer(answer: Exclude<Answer, { skipped: string }>): string {
  if ('token' in answer) return `a token: ${quote(answer.token, 40)}`
  if ('claims' in answer) return `claims: ${quote(JSON.stringify(answer.claims), 200)}`
  return `a refusal with ${describeError(answer.error)}: ${quote(answer.error.message)}`
}

function describeError({ code, claim }: { readonly code: string; readonly claim?: string }): string {
  return claim === undefined ? code : `${code} of claim ${claim}`
}
