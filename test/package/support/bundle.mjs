import { join } from 'node:path'
import { TOOLS } from './paths.mjs'
import { runCommand } from './run-command.mjs'

/** Bundles one entry of a project into `outFile`; rejects with what the bundler says. */
export async function bundle(bundler, options) {
  await runCommand(process.execPath, [join(TOOLS, 'bundle.mjs'), bundler, JSON.stringify(options)], {
    timeout: 120_000,
    env: { NO_COLOR: '1', NODE_ENV: 'production' }
  })
}
