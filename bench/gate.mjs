// A quick look for the gate: fails where the package has become far slower beside the floor than it should be. Ratios within one run
// only, and with so much slack that a busy machine does not fail it: npm run bench:gate
import { ensureBuilt } from '../examples/ensure-built.mjs'
import { ensureInstalled } from '../test/support/npm.mjs'

// the goals are 1.3, 1.4 and 1.15 times
const LIMITS = { generate: 2, verify: 2, async: 2 }

ensureBuilt()
ensureInstalled(new URL('.', import.meta.url))
const { cpuTime } = await import('./measure/cpu-time.mjs')
const { interleave } = await import('./measure/interleave.mjs')
const { ratio } = await import('./measure/ratio.mjs')
const { token04Rows } = await import('./rows/token04.mjs')
const { checkFloor } = await import('./support/check-floor.mjs')
const { keepCompiled } = await import('./support/keep-compiled.mjs')
const { KINDS } = await import('./subject.mjs')

keepCompiled()
await checkFloor()
const rows = await interleave(
  token04Rows().filter(({ id }) => !id.endsWith('webcrypto')),
  { rounds: 15, milliseconds: 10, now: cpuTime }
)
for (const direction of ['generate', 'verify']) {
  for (const { mode, kind } of KINDS) {
    const name = `${direction} ${mode} ${kind}`
    hold(name, 'the floor', ratio(rows, `${name} sync`, `${name} floor`), LIMITS[direction])
    hold(`${name} with a promise`, 'without', ratio(rows, `${name} async`, `${name} sync`), LIMITS.async)
  }
}

function hold(name, other, value, limit) {
  const holds = value <= limit
  if (!holds) process.exitCode = 1
  process.stdout.write(
    `${holds ? 'holds' : 'FAILS'} ${value.toFixed(2).padStart(6)}×  at most ${limit}×  ${name}, beside ${other}\n`
  )
}
