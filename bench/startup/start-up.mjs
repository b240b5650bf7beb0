import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from '../measure/median.mjs'

const here = (path) => new URL(path, import.meta.url).href
const MODULES = {
  import: { empty: here('empty.mjs'), main: here('../../dist/node/index.js') },
  require: { empty: here('empty.cjs'), main: here('../../dist/node/index.cjs') }
}

/** Milliseconds to load the main entry and an empty module, each in many processes of its own, in turn. */
export function startUp(processes) {
  const times = { import: { empty: [], main: [] }, require: { empty: [], main: [] } }
  for (let round = 0; round < processes; round++) {
    for (const [way, modules] of Object.entries(MODULES)) {
      for (const [name, url] of Object.entries(modules)) times[way][name].push(load(way, url))
    }
  }
  const medians = ({ empty, main }) => ({ empty: median(empty), main: median(main) })
  return { processes, import: medians(times.import), require: medians(times.require) }
}

function load(way, url) {
  const script = fileURLToPath(new URL('load.mjs', import.meta.url))
  return Number(execFileSync(process.execPath, [script, way, url], { encoding: 'utf8' }))
}
