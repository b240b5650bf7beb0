import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { median } from '../measure/median.mjs'

/** Tokens a second that one and two worker threads make, measured in turn. */
export async function scale({ rounds, milliseconds }) {
  const threads = Array.from({ length: 2 }, () => new Worker(new URL('worker.mjs', import.meta.url)))
  try {
    // warms up
    await tokensPerSecond(threads, milliseconds)
    const measured = []
    for (let round = 0; round < rounds; round++) {
      const [one, two] = [
        await tokensPerSecond(threads.slice(0, 1), milliseconds),
        await tokensPerSecond(threads, milliseconds)
      ]
      measured.push({ one, two, ratio: two / one })
    }
    const middle = (pick) => median(measured.map(pick))
    return { one: middle(({ one }) => one), two: middle(({ two }) => two), ratio: middle(({ ratio }) => ratio) }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}

async function tokensPerSecond(threads, milliseconds) {
  const answers = threads.map((thread) => once(thread, 'message'))
  for (const thread of threads) thread.postMessage({ milliseconds })
  return (await Promise.all(answers)).reduce((sum, [rate]) => sum + rate, 0)
}
