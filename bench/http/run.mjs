// The token endpoint on node:http under load, beside a bare handler that parses and answers JSON of the same size: npm run bench:http
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../../examples/ensure-built.mjs'
import { ensureInstalled } from '../../test/support/npm.mjs'

const inFolder = (path) => fileURLToPath(new URL(path, import.meta.url))
const print = (line) => process.stdout.write(`${line}\n`)

const LEAST_RATIO = 0.8
const ROUNDS = 7
const SECONDS = 3
const CONNECTIONS = 50
const REQUESTS = 200_000
const SAMPLES = 8
// what the heap may gain over the second half of the requests; a leak of 64 bytes a request would be six times as much
const MOST_GROWTH = 1e6

const REQUEST = {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Bearer of-demo' },
  body: JSON.stringify({ roomId: 'lobby' })
}

ensureInstalled(new URL('.', import.meta.url))
ensureBuilt()
const { default: autocannon } = await import('autocannon')

const NAMES = ['bare', 'generating', 'endpoint']
const servers = {}
for (const name of NAMES) servers[name] = await start(name)
try {
  await checkAnswers()
  process.exitCode = [await compare(), await watchMemory()].every(Boolean) ? 0 : 1
} finally {
  for (const { child } of Object.values(servers)) child.disconnect()
}

/** Requests per second of each, in turns, so that whatever else the machine does falls on all. */
async function compare() {
  const rates = Object.fromEntries(NAMES.map((name) => [name, []]))
  let errors = 0
  // the first round warms up
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of round % 2 === 0 ? NAMES : NAMES.toReversed()) {
      const result = await load(name, { duration: SECONDS })
      errors += faultsOf(result)
      if (round > 0) rates[name].push(result['2xx'] / result.duration)
    }
  }
  print(`requests per second: medians of ${ROUNDS} rounds of ${SECONDS} s, ${CONNECTIONS} connections`)
  print(`bare handler              ${rate(rates.bare)}`)
  print(`the same, making a token  ${rate(rates.generating)}  ${share(rates.generating, rates.bare)} of the bare handler`)
  print(
    `token endpoint            ${rate(rates.endpoint)}  ${share(rates.endpoint, rates.bare)} of it, at least ${LEAST_RATIO * 100} % wanted; ${share(rates.endpoint, rates.generating)} of the one that makes a token`
  )
  print(`errors                    ${errors}`)
  return ratioOf(rates.endpoint, rates.bare) >= LEAST_RATIO && errors === 0
}

/** Heap and RSS of the endpoint, after garbage collection, over many requests. */
async function watchMemory() {
  const samples = []
  let errors = 0
  for (let sample = 0; sample < SAMPLES; sample++) {
    const result = await load('endpoint', { amount: REQUESTS / SAMPLES })
    errors += faultsOf(result)
    samples.push(await memoryOf('endpoint'))
  }
  for (const [index, { heapUsed, rss }] of samples.entries()) {
    print(
      `after ${String(((index + 1) * REQUESTS) / SAMPLES).padStart(6)} requests: heap ${megabytes(heapUsed)} MB, RSS ${megabytes(rss)} MB`
    )
  }
  const growth = samples.at(-1).heapUsed - samples[SAMPLES / 2 - 1].heapUsed
  const isFlat = growth < MOST_GROWTH
  print(
    `memory          ${isFlat ? 'flat' : 'GROWS'}: the heap gained ${megabytes(growth)} MB over the second half; errors ${errors}`
  )
  return isFlat && errors === 0
}

/** All answer the same question with JSON of the same size, or nothing could be compared. */
async function checkAnswers() {
  const sizes = []
  for (const { port } of Object.values(servers)) {
    const response = await fetch(`http://127.0.0.1:${port}/token`, {
      method: 'POST',
      headers: REQUEST.headers,
      body: REQUEST.body
    })
    const text = await response.text()
    if (response.status !== 200 || JSON.parse(text).renewInSeconds !== 3570) throw new Error(`unexpected answer: ${text}`)
    sizes.push(text.length)
  }
  if (Math.max(...sizes) - Math.min(...sizes) > 10) throw new Error(`answers of different sizes: ${sizes.join(', ')} bytes`)
}

function load(name, bounds) {
  return autocannon({ url: `http://127.0.0.1:${servers[name].port}/token`, connections: CONNECTIONS, ...REQUEST, ...bounds })
}

function faultsOf(result) {
  return result.errors + result.timeouts + result.non2xx
}

async function start(name) {
  const child = fork(inFolder('server.mjs'), [name], { execArgv: ['--expose-gc'] })
  const [{ port }] = await once(child, 'message')
  return { child, port }
}

async function memoryOf(name) {
  const { child } = servers[name]
  child.send('memory')
  const [memory] = await once(child, 'message')
  return memory
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Median over the rounds of what one did in the share of the other. */
function ratioOf(rates, others) {
  return median(rates.map((rate, round) => rate / others[round]))
}

function share(rates, others) {
  return `${(ratioOf(rates, others) * 100).toFixed(1)} %`
}

function rate(rates) {
  return String(Math.round(median(rates))).padStart(6)
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1)
}
