// Builds the site of all functions and documents in docs/api: npm run docs. Any warning is an error (typedoc.json), and so is a dead link.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../examples/ensure-built.mjs'
import { deadLinks } from './check-site.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const typedoc = fileURLToPath(new URL('node_modules/typedoc/bin/typedoc', import.meta.url))

// the sources import what the build compiles from the schemas
ensureBuilt()
if (!existsSync(typedoc)) {
  const npm = process.env.npm_execpath
  const install = ['ci', '--prefix', 'docs']
  if (npm === undefined) run('npm', install)
  else run(process.execPath, [npm, ...install])
}
run(process.execPath, [typedoc, '--options', 'typedoc.json'])

const dead = deadLinks(new URL('api/', import.meta.url))
for (const link of dead) process.stderr.write(`dead link: ${link}\n`)
if (dead.length > 0) process.exit(1)

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
