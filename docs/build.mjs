// Builds the site of all functions and documents in docs/api: npm run docs. Any warning is an error (typedoc.json), and so is a dead link.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../examples/ensure-built.mjs'
import { ensureInstalled } from '../test/support/npm.mjs'
import { deadLinks } from './check-site.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const typedoc = fileURLToPath(new URL('node_modules/typedoc/bin/typedoc', import.meta.url))

// the sources import what the build compiles from the schemas
ensureBuilt()
ensureInstalled(new URL('.', import.meta.url))
const { status } = spawnSync(process.execPath, [typedoc, '--options', 'typedoc.json'], { cwd: root, stdio: 'inherit' })
if (status !== 0) process.exit(1)

const dead = deadLinks(new URL('api/', import.meta.url))
for (const link of dead) process.stderr.write(`dead link: ${link}\n`)
if (dead.length > 0) process.exit(1)
