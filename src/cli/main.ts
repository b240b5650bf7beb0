#!/usr/bin/env node
import { openSync } from 'node:fs'
import { ReadStream } from 'node:tty'
import { runCli } from './run-cli.js'

// what still runs then, such as a port, is ended when this process exits
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143))

// whoever read the output has seen enough, as `head` has
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const { stdout, stderr, env } = process
process.exitCode = await runCli(process.argv.slice(2), {
  // opened by those who read it: it would keep the others alive
  get stdin() {
    return process.stdin
  },
  stdout,
  stderr,
  env,
  openKeyboard
})

function openKeyboard(): ReadStream | undefined {
  try {
    return new ReadStream(openSync('/dev/tty', 'r'))
  } catch {
    return undefined
  }
}
