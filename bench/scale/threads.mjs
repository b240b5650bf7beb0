// Prints what one and two worker threads do: node threads.mjs ROUNDS MILLISECONDS
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { cpuTime } from '../measure/cpu-time.mjs'
import { medians } from '../measure/median.mjs'

const [rounds, milliseconds] = process.argv.slice(2).map(Number)
process.stdout.write(JSON.stringify(await measure(rounds, milliseconds)))

/**
 * Tokens a second that one and two worker threads make, measured in turn, and the nanoseconds of processor time that each token of the
 * one thread cost, over a time so long that the garbage collector runs many times.
 */
async function measure(rounds, milliseconds) {
  const threads = Array.from({ length: 2 }, () => new Worker(new URL('worker.mjs', import.meta.url)))
  try {
    // warms up
    await makeTokens(threads, milliseconds)
    const measured = []
    for (let round = 0; round < rounds; round++) {
      const [one, two] = [await makeTokens(threads.slice(0, 1), milliseconds), await makeTokens(threads, milliseconds)]
      measured.push({ one: one.rate, two: two.rate, ratio: two.rate / one.rate, nanoseconds: one.nanoseconds })
    }
    return medians(measured)
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}

async function makeTokens(threads, milliseconds) {
  const start = cpuTime()
  const answers = threads.map((thread) => once(thread, 'message'))
  for (const thread of threads) thread.postMessage({ milliseconds })
  const made = (await Promise.all(answers)).flat()
  const sum = (pick) => made.map(pick).reduce((a, b) => a + b)
  return {
    rate: sum(({ tokens, seconds }) => tokens / seconds),
    nanoseconds: (cpuTime() - start) / sum(({ tokens }) => tokens)
  }
}
