import type { Check, Level, Verdict } from './check.js'
import { liveChecks } from './level-1-live.js'
import { bytesChecks } from './level-2-bytes.js'
import { readingChecks } from './level-3-reading.js'
import { type Port, type PortOptions, startPort } from './port.js'
import type { Started } from './protocol.js'
import { loadVectors, type Note, type Vectors } from './vectors.js'

/** What came of one case, and what it was. */
export type CaseResult = Omit<Check, 'run' | 'skip'> & Verdict & { readonly milliseconds: number }

/** Everything that a run has found. */
export interface Report {
  readonly started: Started
  readonly level: Level
  readonly cases: readonly CaseResult[]
  readonly notes: Readonly<Record<string, Note>>
  /** What was wrong beside the cases. */
  readonly warnings: readonly string[]
}

export interface RunOptions extends PortOptions {
  /** The highest level to run; default 3. */
  readonly level?: Level
  /** Run only cases with this flag. */
  readonly filter?: string
  /** Default: the vectors of this package. */
  readonly vectors?: Vectors
  readonly onProgress?: (progress: Progress) => void
}

export interface Progress {
  readonly done: number
  readonly total: number
  readonly failed: number
  readonly check: Check
}

/** No case has the flag to filter by. */
export class UnknownFlagError extends Error {}

/** Puts the vectors to a port. Throws `PortStartError`, or `UnknownFlagError`. */
export async function runConformance(options: RunOptions): Promise<Report> {
  const { level = 3, vectors = loadVectors() } = options
  const port = await startPort(options)
  let complaint: string | undefined
  let cases: CaseResult[]
  try {
    cases = await runChecks(port, selectChecks(port.started, vectors, level, options.filter), options)
  } finally {
    complaint = await port.stop()
  }
  const { started } = port
  return {
    ...{ started, level, notes: vectors.notes },
    cases: cases.map((result) => withNamedBugs(result, vectors.notes)),
    warnings: complaint === undefined ? [] : [`The port ${complaint}.`]
  }
}

function selectChecks(started: Started, vectors: Vectors, level: Level, filter: string | undefined): Check[] {
  const checks = [
    ...liveChecks(vectors, started, level >= 2),
    ...bytesChecks(vectors, started),
    ...readingChecks(vectors, started)
  ].filter((check) => check.level <= level)
  if (filter === undefined) return checks
  const selected = checks.filter(({ flags }) => flags.includes(filter))
  if (selected.length > 0) return selected
  const start = filter.slice(0, ALIKE).toLowerCase()
  const alike = new Set(checks.flatMap(({ flags }) => flags).filter((flag) => flag.toLowerCase().startsWith(start)))
  throw new UnknownFlagError(
    `no case up to level ${level} has the flag "${filter}"${alike.size === 0 ? '' : `; there are ${[...alike].sort().join(', ')}`}`
  )
}

// as many letters tell which flags may have been meant
const ALIKE = 4

async function runChecks(port: Port, checks: readonly Check[], { onProgress }: RunOptions): Promise<CaseResult[]> {
  const cases: CaseResult[] = []
  let failed = 0
  for (const check of checks) {
    onProgress?.({ done: cases.length, total: checks.length, failed, check })
    const { run, skip, ...about } = check
    const start = performance.now()
    const verdict: Verdict = skip === undefined ? await run(port) : { status: 'skipped', reason: skip }
    if (verdict.status === 'failed') failed++
    cases.push({ ...about, ...verdict, milliseconds: performance.now() - start })
  }
  return cases
}

/** Adds the flags that the answer itself told, as far as a note explains them. */
function withNamedBugs(result: CaseResult, notes: Vectors['notes']): CaseResult {
  if (result.status !== 'failed') return result
  const bugs = result.bugs.filter((flag) => flag in notes)
  return { ...result, bugs, flags: [...new Set([...result.flags, ...bugs])] }
}
