// the whole of mitata asks for modules that only some runtimes have
import { measure } from 'mitata/src/lib.mjs'
import { median } from './median.mjs'

/**
 * Measures rows in turn, over and over, so that what slows the machine for a while slows all of them. For each row: the nanoseconds
 * a call of each round, and their median. `now` is the clock, in nanoseconds.
 */
export async function interleave(rows, { rounds, milliseconds, now }) {
  const measured = rows.map((row) => ({ ...row, calls: FIRST_CALLS, times: [] }))
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const row of round % 2 === 0 ? measured : [...measured].reverse()) {
      const { p50 } = await measure(row.run, options(row.calls, milliseconds, now))
      row.calls = callsInSample(p50, milliseconds)
      if (round >= 0) row.times.push(p50)
    }
  }
  return measured.map(({ run, calls, ...row }) => ({ ...row, nanoseconds: median(row.times) }))
}

const WARM_UP_ROUNDS = 2
const FIRST_CALLS = 16
const SAMPLES = 5
const UNROLLED = 4

// many calls a sample, so that reading the clock costs next to nothing
function callsInSample(nanoseconds, milliseconds) {
  return UNROLLED * Math.max(1, Math.round((milliseconds * 1e6) / SAMPLES / nanoseconds / UNROLLED))
}

function options(calls, milliseconds, now) {
  return {
    now,
    gc: false,
    min_samples: 1,
    min_cpu_time: milliseconds * 1e6,
    batch_samples: calls,
    batch_unroll: UNROLLED,
    warmup_threshold: Number.POSITIVE_INFINITY,
    batch_threshold: Number.POSITIVE_INFINITY
  }
}
