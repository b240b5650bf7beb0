// Everything that npm run bench measures. Imported once the folder is installed and the package is built.
import { inChromium } from './browser/in-chromium.mjs'
import { cpuTime } from './measure/cpu-time.mjs'
import { interleave } from './measure/interleave.mjs'
import { machine } from './measure/machine.mjs'
import { allRows } from './rows/index.mjs'
import { sizeRows } from './rows/sizes.mjs'
import { scale } from './scale/scale.mjs'
import { startUp } from './startup/start-up.mjs'
import { checkFloor } from './support/check-floor.mjs'
import { keepCompiled } from './support/keep-compiled.mjs'

export async function measureAll(say) {
  keepCompiled()
  await checkFloor()
  const before = machine()
  say('Rows in Node.js, in turn ...')
  const rows = await interleave(await allRows(), { rounds: 21, milliseconds: 10, now: cpuTime })
  say('Sizes ...')
  const sizes = await interleave(sizeRows(), { rounds: 15, milliseconds: 10, now: cpuTime })
  say('Start-up ...')
  const started = startUp(41)
  say('Chromium ...')
  const browser = await inChromium({ rounds: 11, milliseconds: 40 })
  say('Worker threads ...')
  const scaled = scale({ turns: 5, rounds: 3, milliseconds: 300 })
  return { machine: before, rows, sizes, startUp: started, browser, scale: scaled }
}
