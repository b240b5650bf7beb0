import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('threads.mjs', import.meta.url))

/** By it, V8 frees the buffers that the cipher leaves on the thread that made them. */
export const SWEEP_IN_PLACE = '--no-concurrent-array-buffer-sweeping'

/** What worker threads do in a process of their own: as Node.js is by itself, and with buffers freed where they were made. */
export function scale({ rounds, milliseconds }) {
  const run = (...flags) => JSON.parse(execFileSync(process.execPath, [...flags, SCRIPT, String(rounds), String(milliseconds)]))
  return { usual: run(), inPlace: run(SWEEP_IN_PLACE) }
}
