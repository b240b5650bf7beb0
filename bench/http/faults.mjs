// 10,000 hostile requests over real sockets against the token endpoint on node:http: npm run test:faults [-- --seed N]
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../examples/ensure-built.mjs'
import { hostileRequest, randomOf } from './hostile-request.mjs'

const REQUESTS = 10_000
const AT_ONCE = 100
// longer than any time that the server is given, so that what hangs is seen as hanging
const PATIENCE_IN_SECONDS = 15
const SECRET = 'fa94dd0f974cf2e293728a526b028271'

const { values } = parseArgs({ options: { seed: { type: 'string', default: String(Date.now() % 2 ** 31) } } })
const random = randomOf(Number(values.seed))
const print = (line) => process.stdout.write(`${line}\n`)
const complaints = []

ensureBuilt()
const child = fork(fileURLToPath(new URL('faults-server.mjs', import.meta.url)), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
const [{ port }] = await once(child, 'message')
let reports = 0
child.on('message', ({ crash }) => (crash === undefined ? reports++ : complaints.push(crash)))
child.on('exit', (code) => complaints.push(`the server ended with ${code}`))
for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => complaints.push(`the server printed ${text}`))

const counts = {}
let left = REQUESTS
await Promise.all(Array.from({ length: AT_ONCE }, attackOn))
await checkContained()
await checkServes()
child.removeAllListeners('exit')
child.disconnect()

print(`${REQUESTS} hostile requests, seed ${values.seed}`)
for (const [outcome, count] of Object.entries(counts).sort()) print(`  ${outcome.padEnd(28)}${String(count).padStart(6)}`)
print(
  complaints.length === 0 ? 'Only refusals; no crash, no leak; the server still serves.' : complaints.slice(0, 10).join('\n')
)
process.exitCode = complaints.length === 0 ? 0 : 1

async function attackOn() {
  while (left-- > 0) {
    const request = hostileRequest(random)
    const answer = await send(request)
    const statuses = [...answer.matchAll(/HTTP\/1\.1 ([2-9]\d\d) /g)].map(([, status]) => status)
    for (const status of statuses.length === 0 ? ['connection refused or closed'] : statuses) count(status)
    // what is no request at all is refused by node:http itself, with 400, 408, 413, 414, 417 or 431
    const wrong = statuses.find((status) => !status.startsWith('4') && !(status === '204' && request.isOptions))
    if (wrong !== undefined) complaints.push(`${wrong} for ${JSON.stringify(request.pieces)}: ${answer}`)
    checkText(answer, request)
  }
}

/** An authenticate that throws or hangs is answered, in time, without its text, and reported. */
async function checkContained() {
  for (const [fault, status, code] of [
    ['throw', 500, 'INTERNAL_ERROR'],
    ['hang', 503, 'AUTHENTICATION_TIMEOUT']
  ]) {
    const before = reports
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: { 'x-fault': fault } })
    const text = await response.text()
    count(`authenticate that ${fault}s: ${response.status}`)
    if (response.status !== status || !text.includes(code)) complaints.push(`${fault}: ${response.status} ${text}`)
    checkText(text, fault)
    if (reports !== before + 1) complaints.push(`${fault}: reported ${reports - before} times`)
  }
}

async function checkServes() {
  const headers = { authorization: 'Bearer of-demo' }
  const body = JSON.stringify({ userId: 'demo', roomId: 'lobby' })
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })
  const { token } = await response.json()
  if (response.status !== 200 || !token?.startsWith('04')) complaints.push(`a good request got ${response.status}`)
}

function checkText(text, request) {
  if (text.includes(SECRET) || /\n\s+at |node:internal|\.js:\d+/.test(text))
    complaints.push(`a leak: ${text} for ${JSON.stringify(request)}`)
}

function count(outcome) {
  counts[outcome] = (counts[outcome] ?? 0) + 1
}

/** Writes the pieces, and gives what came back until the connection closed, or was left alone as the request wants. */
function send({ pieces, cutOff, pause }) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const end = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(() => {
      complaints.push(`no end of ${JSON.stringify(pieces)}: ${answer}`)
      end()
    }, PATIENCE_IN_SECONDS * 1000)
    socket.setEncoding('latin1')
    socket.on('data', (text) => {
      answer += text
    })
    socket.on('error', () => {})
    socket.on('close', end)
    const write = async () => {
      for (const piece of pieces) {
        socket.write(piece, 'latin1')
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
      }
      if (cutOff) socket.destroy()
      else socket.end()
    }
    socket.on('connect', write)
  })
}
