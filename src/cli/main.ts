#!/usr/bin/env node
import { runCli } from './run-cli.js'

// what still runs then, such as a port, is ended when this process exits
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143))

process.exitCode = await runCli(process.argv.slice(2), process)
