#!/usr/bin/env node
import { openSync } from 'node:fs'
import { ReadStream } from 'node:tty'
import { runCli } from './run-cli.js'

let onInterrupt: (() => void) | undefined

// what still runs then, such as a port, is ended when this process exits; a second signal always ends it
for (const [signal, exitCode] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
  process.once(signal, () => (onInterrupt === undefined ? process.exit(exitCode) : onInterrupt()))
}

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
  openKeyboard,
  untilInterrupted: () =>
    new Promise<void>((resolve) => {
      onInterrupt = resolve
    })
})

function openKeyboard(): ReadStream | undefined {
  try {
    return new ReadStream(openSync('/dev/tty', 'r'))
  } catch {
    return undefined
  }
}
