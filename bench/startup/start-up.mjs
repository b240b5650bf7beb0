import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { medians } from '../measure/median.mjs'

const here = (path) => new URL(path, import.meta.url)
const EMPTY = '../build/startup/'
const MODULES = {
  import: { empty: here(`${EMPTY}index.js`).href, main: here('../../dist/node/index.js').href },
  require: { empty: here(`${EMPTY}index.cjs`).href, main: here('../../dist/node/index.cjs').href }
}

/** Milliseconds to load the main entry and an empty module, each in many processes of its own, in turn, and how much longer the entry takes. */
export function startUp(processes) {
  writeEmptyPackage()
  const rounds = { import: [], require: [] }
  for (let round = 0; round < processes; round++) {
    for (const [way, modules] of Object.entries(MODULES)) {
      // one right after the other, both find the machine alike
      const [empty, main] = [load(way, modules.empty), load(way, modules.main)]
      rounds[way].push({ empty, main, longer: main - empty })
    }
  }
  return { processes, import: medians(rounds.import), require: medians(rounds.require) }
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
