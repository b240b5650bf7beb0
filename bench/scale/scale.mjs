import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { medians } from '../measure/median.mjs'

const SCRIPT = fileURLToPath(new URL('threads.mjs', import.meta.url))

/** By it, V8 frees the buffers that the cipher leaves on the thread that made them. */
export const SWEEP_IN_PLACE = '--no-concurrent-array-buffer-sweeping'

/** What worker threads do in processes of their own, in turn: as Node.js is by itself, and with buffers freed where they were made. */
export function scale({ turns, rounds, milliseconds }) {
  const run = (...flags) => JSON.parse(execFileSync(process.execPath, [...flags, SCRIPT, String(rounds), String(milliseconds)]))
  const pairs = Array.from({ length: turns }, () => ({ usual: run(), inPlace: run(SWEEP_IN_PLACE) }))
  return { usual: medians(pairs.map(({ usual }) => usual)), inPlace: medians(pairs.map(({ inPlace }) => inPlace)) }
}
