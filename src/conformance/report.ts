import type { Report } from './run.js'
import { byFlag, bySkipReason, type Failure, failures, groupBy, type Tally, tally } from './summary.js'
import type { Note } from './vectors.js'

/** Colours a text, or leaves it as it is. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan', text: string) => string

/** A report for people: levels, flags, then what failed and why. */
export function textReport(report: Report, paint: Paint): string {
  return [
    heading(report, paint),
    table('level', levelRows(report), paint),
    table(
      'flag',
      byFlag(report.cases).map(([flag, cases]) => [flag, tally(cases)]),
      paint
    ),
    ...failureSections(report, paint),
    ...skips(report, paint),
    ...report.warnings.map((warning) => `${paint('yellow', 'Warning')} ${warning}\n`),
    conclusion(report, paint)
  ].join('\n')
}

const LEVELS = { 1: '1 live tokens', 2: '2 exact bytes', 3: '3 reading' } as const

function heading({ started }: Report, paint: Paint): string {
  const { implementation, flavour, modes } = started
  const writes = flavour === undefined ? 'JSON of its own' : `JSON as the ${flavour} assistant`
  return `${paint('bold', implementation.name)} ${implementation.version}, ${implementation.language}: modes ${modes.join(', ')}; ${writes}\n`
}

function levelRows({ cases, level }: Report): [string, Tally][] {
  return ([1, 2, 3] as const)
    .filter((one) => one <= level)
    .map((one) => [LEVELS[one], tally(cases.filter((result) => result.level === one))])
}

function table(title: string, rows: readonly [string, Tally][], paint: Paint): string {
  const width = Math.max(...rows.map(([name]) => name.length), title.length)
  const cell = (count: number) => String(count).padStart(9)
  const lines = rows.map(([name, { passed, failed, skipped }]) => {
    const line = `${name.padEnd(width)}${cell(passed)}${cell(failed)}${cell(skipped)}`
    return failed > 0 ? paint('red', line) : passed === 0 ? paint('dim', line) : line
  })
  const head = `${title.padEnd(width)}${['passed', 'failed', 'skipped'].map((name) => name.padStart(9)).join('')}`
  return `${paint('dim', head)}\n${lines.join('\n')}\n`
}

/** Bugs that the answers themselves tell come first: where they explain a case, its other flags only happen to be there. */
function failureSections(report: Report, paint: Paint): string[] {
  const failed = failures(report.cases)
  if (failed.length === 0) return []
  const told = groupBy(failed, ({ bugs }) => bugs)
  const others = byFlag(failed.filter(({ bugs }) => bugs.length === 0))
  const share = new Map(byFlag(report.cases).map(([flag, cases]) => [flag, failures(cases).length / cases.length]))
  const byShare = others.sort(([a], [b]) => (share.get(b) as number) - (share.get(a) as number))
  return [
    `${paint('bold', 'What failed')}\n`,
    ...[...told, ...byShare].map(([flag, cases]) => failureSection(flag, cases, report.notes[flag], paint))
  ]
}

function failureSection(flag: string, cases: readonly Failure[], note: Note | undefined, paint: Paint): string {
  const more = cases.length - MOST_SHOWN
  return [
    `${paint('red', flag)} ${cases.length} failed`,
    ...(note === undefined ? [] : [`  The bug:    ${note.bug}`, `  Its effect: ${note.effect}`, `  Seen in:    ${note.seen}`]),
    ...cases.slice(0, MOST_SHOWN).flatMap((result) => describeFailure(result, paint)),
    ...(more > 0 ? [paint('dim', `  and ${more} more; --json lists them all`)] : []),
    ''
  ].join('\n')
}

const MOST_SHOWN = 4

function describeFailure(result: Failure, paint: Paint): string[] {
  return [`  ${paint('bold', result.id)} ${result.comment}`, `    expected ${result.expected}`, `    found    ${result.found}`]
}

function skips({ cases }: Report, paint: Paint): string[] {
  const reasons = bySkipReason(cases).map(([reason, skipped]) => `  ${String(skipped.length).padStart(5)}  ${reason}`)
  return reasons.length === 0 ? [] : [[paint('bold', 'What was skipped'), ...reasons, ''].join('\n')]
}

function conclusion({ cases }: Report, paint: Paint): string {
  const { passed, failed, skipped } = tally(cases)
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`
  return failed === 0 ? paint('green', `Conforms: ${counts}`) : paint('red', `Does not conform: ${counts}`)
}
