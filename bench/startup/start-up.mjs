import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { median } from '../measure/median.mjs'

const here = (path) => new URL(path, import.meta.url)
const EMPTY = '../build/startup/'
const MODULES = {
  import: { empty: here(`${EMPTY}index.js`).href, main: here('../../dist/node/index.js').href },
  require: { empty: here(`${EMPTY}index.cjs`).href, main: here('../../dist/node/index.cjs').href }
}

/** Milliseconds to load the main entry and an empty module, each in many processes of its own, in turn, and how much longer the entry takes. */
export function startUp(processes) {
  writeEmptyPackage()
  const times = { import: { empty: [], main: [] }, require: { empty: [], main: [] } }
  for (let round = 0; round < processes; round++) {
    for (const [way, modules] of Object.entries(MODULES)) {
      for (const [name, url] of Object.entries(modules)) times[way][name].push(load(way, url))
    }
  }
  const medians = ({ empty, main }) => ({
    empty: median(empty),
    main: median(main),
    // one after the other, both find the machine alike
    longer: median(main.map((time, round) => time - empty[round]))
  })
  return { processes, import: medians(times.import), require: medians(times.require) }
}

// with the same manifest: for both Node.js has to find out what kind of module the file is
function writeEmptyPackage() {
  mkdirSync(here(EMPTY), { recursive: true })
  copyFileSync(here('../../package.json'), here(`${EMPTY}package.json`))
  for (const name of ['index.js', 'index.cjs']) writeFileSync(here(`${EMPTY}${name}`), '')
}

function load(way, url) {
  const script = fileURLToPath(new URL('load.mjs', import.meta.url))
  return Number(execFileSync(process.execPath, [script, way, url], { encoding: 'utf8' }))
}
