// Runs the commands of the recording in README.md and README.zh-CN.md, and fails where they print something else: npm run recording. With --write, it is recorded anew.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../examples/ensure-built.mjs'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const { values: options, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true
})
const files = positionals.length > 0 ? positionals : [path('../../README.md'), path('../../README.zh-CN.md')]

// what stands between the marks: commands behind "$ ", each with what it prints
const RECORDING = /(<!-- recording:begin -->\n```console\n)([\s\S]*?)(```\n<!-- recording:end -->)/
const SURROUNDINGS = {
  ZEGO_APP_ID: '1',
  ZEGO_SERVER_SECRET: 'fa94dd0f974cf2e293728a526b028271',
  TZ: 'Asia/Shanghai',
  NO_COLOR: '1'
}

ensureBuilt()
for (const file of files) replay(file)

function replay(file) {
  const text = readFileSync(file, 'utf8')
  const [, , shown] = RECORDING.exec(text) ?? fail(`${file} has no recording`)
  const commands = [...shown.matchAll(/^\$ (.+)$/gm)].map(([, command]) => command)
  if (commands.length === 0) fail('the recording has no commands')
  const recorded = record(commands)
  if (recorded !== shown) {
    if (!options.write) fail(`the commands print something else now (npm run recording -- --write takes it over):\n${recorded}`)
    writeFileSync(
      file,
      text.replace(RECORDING, (_, begin, __, end) => begin + recorded + end)
    )
  }
  process.stdout.write(`${commands.length} commands ${recorded === shown ? 'print what is shown' : 'recorded'}\n`)
}

function record(commands) {
  const folder = mkdtempSync(join(tmpdir(), 'zego-token04-recording-'))
  try {
    const bin = join(folder, 'bin')
    const home = join(folder, 'home')
    for (const each of [bin, home]) mkdirSync(each)
    const words = [process.execPath, '--import', path('fixed.mjs'), path('../../dist/cli/main.js')]
    const program = words.map((word) => `'${word}'`).join(' ')
    writeFileSync(join(bin, 'zego-token04'), `#!/bin/sh\nexec ${program} "$@"\n`, { mode: 0o755 })
    const env = { PATH: `${bin}:${process.env.PATH}`, ...SURROUNDINGS }
    return commands.map((command) => `$ ${command}\n${run(command, { cwd: home, env })}`).join('')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(command, surroundings) {
  const { stdout, error } = spawnSync('sh', ['-c', `{ ${command}\n} 2>&1`], { ...surroundings, encoding: 'utf8' })
  if (error !== undefined) throw error
  return stdout
}

function fail(reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
