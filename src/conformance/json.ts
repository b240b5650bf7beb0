import type { Report } from './run.js'
import { byFlag, bySkipReason, failures, tally } from './summary.js'

/** A report for programs. */
export function jsonReport({ started, level, cases, notes, warnings }: Report): string {
  const flags = byFlag(cases).map(([flag, ofFlag]) => [flag, { ...tally(ofFlag), ...notes[flag] }])
  const failingFlags = byFlag(failures(cases)).map(([flag]) => flag)
  const { implementation, flavour, capabilities, modes } = started
  const report = {
    ...{ version: 1, implementation, flavour, capabilities, modes, level },
    summary: tally(cases),
    levels: ([1, 2, 3] as const)
      .filter((one) => one <= level)
      .map((one) => ({ level: one, ...tally(cases.filter((result) => result.level === one)) })),
    failingFlags,
    flags: Object.fromEntries(flags),
    skips: bySkipReason(cases).map(([reason, skipped]) => ({ reason, cases: skipped.length })),
    warnings,
    cases
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
