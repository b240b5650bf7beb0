// Run in a process of its own: loads one module and prints the milliseconds of processor time that this took.
import { createRequire } from 'node:module'
import { cpuTime } from '../measure/cpu-time.mjs'

const [way, url] = process.argv.slice(2)
const require = createRequire(import.meta.url)

const start = cpuTime()
if (way === 'import') await import(url)
else require(new URL(url).pathname)
process.stdout.write(String((cpuTime() - start) / 1e6))
