import type { CaseResult } from './run.js'

/** A case that failed. */
export type Failure = Extract<CaseResult, { status: 'failed' }>

/** How many cases passed, failed and were skipped. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export function tally(cases: readonly CaseResult[]): Tally {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { status } of cases) counts[status]++
  return counts
}

export function failures(cases: readonly CaseResult[]): Failure[] {
  return cases.filter((result) => result.status === 'failed')
}

/** The cases of each flag, by the name of the flag. */
export function byFlag<T extends CaseResult>(cases: readonly T[]): [string, T[]][] {
  return groupBy(cases, ({ flags }) => flags).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The skipped cases of each reason, the commonest first. */
export function bySkipReason(cases: readonly CaseResult[]): [string, CaseResult[]][] {
  return groupBy(cases, (result) => (result.status === 'skipped' ? [result.reason] : [])).sort(
    ([, a], [, b]) => b.length - a.length
  )
}

/** Groups by keys, of which a case may have several. */
export function groupBy<T>(cases: readonly T[], keys: (result: T) => readonly string[]): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const result of cases) {
    for (const key of keys(result)) groups.set(key, [...(groups.get(key) ?? []), result])
  }
  return [...groups]
}
