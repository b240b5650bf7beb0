import type { Arbitrary } from 'fast-check'

/**
 * One surface under attack. The inputs are JSON, so that a failing one can be kept in the corpus and replayed whatever becomes of
 * the generator; what JSON cannot say is built from it by `attack`.
 */
export interface Target<Input = unknown> {
  readonly name: string
  /** What is attacked, for people. */
  readonly surface: string
  readonly inputs: Arbitrary<Input>
  /** Throws where an invariant does not hold. */
  readonly attack: (input: Input) => Promise<void> | void
}

/** Fails with a sentence; the input that led here is printed by the runner. */
export function require(condition: boolean, invariant: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${invariant}`)
}

/** Most that one attack may take, in milliseconds of the processor: the clock on the wall goes on while others work. */
const MOST_WORK = 2_000

/** Runs one attack under the invariants that hold for all: nothing printed, nothing lasting. */
export async function run<Input>(target: Target<Input>, input: Input): Promise<void> {
  const start = process.cpuUsage()
  await silently(() => target.attack(input))
  const { user, system } = process.cpuUsage(start)
  require((user + system) / 1000 < MOST_WORK, `an attack takes no more than ${MOST_WORK} ms`)
}

const PRINTERS = ['log', 'info', 'debug', 'warn', 'error', 'trace'] as const

async function silently(attack: () => Promise<void> | void): Promise<void> {
  const originals = PRINTERS.map((name) => console[name])
  let printed = 0
  for (const name of PRINTERS) console[name] = () => void printed++
  try {
    await attack()
  } finally {
    PRINTERS.forEach((name, index) => {
      console[name] = originals[index] as typeof console.log
    })
  }
  require(printed === 0, 'nothing is printed')
}
