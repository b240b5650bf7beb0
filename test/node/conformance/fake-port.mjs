// A port that behaves, but for one fault: node fake-port.mjs FAULT [SEQ] [START], where START is JSON to answer "start" with.
import { appendFileSync, existsSync } from 'node:fs'
import { token04 } from '../../../vectors/ports/node/token04.mjs'

const [fault, place, start = '{}'] = process.argv.slice(2)
const STARTED = {
  version: 1,
  implementation: { name: 'fake port', language: 'JavaScript', version: '1' },
  capabilities: ['generate', 'generate-fixed', 'read'],
  modes: ['cbc', 'gcm'],
  ...JSON.parse(start)
}
const print = (value) => process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`)

const FAULTS = {
  crash: () => {
    process.stderr.write('panic: index out of range\n  at token04.c:12\n')
    process.exit(3)
  },
  kill: () => process.kill(process.pid, 'SIGKILL'),
  hang: () => {},
  log: (request) => {
    print('generating a token for you')
    print(answer(request))
  },
  'log-and-hang': () => print({ level: 'info' }),
  'log-after': (request) => process.stdout.write(`${JSON.stringify(answer(request))}\ndone\n`),
  'in-pieces': (request) => {
    const line = `${JSON.stringify(answer(request))}\n`
    process.stdout.write(line.slice(0, 5), () => setImmediate(() => process.stdout.write(line.slice(5))))
  },
  base64url: (request) => print({ seq: request.seq, token: `${answer(request).token.slice(0, 20)}-_` }),
  'wrong-seq': (request) => print({ ...answer(request), seq: request.seq - 1 }),
  'wrong-shape': ({ seq }) => print({ seq, token: 5 }),
  'no-outcome': ({ seq }) => print({ seq, result: 'ok' }),
  flood: () => {
    const flood = () => process.stdout.write('x'.repeat(2 ** 20), flood)
    flood()
  },
  skip: ({ seq }) => print({ seq, skipped: 'no such algorithm here' }),
  refuse: ({ seq }) => print({ seq, error: { code: 'NO', message: 'not today' } }),
  // the second start fails: `place` is a file that tells it apart
  'crash-for-good': () => process.exit(1)
}

if (fault === 'crash-for-good') {
  if (existsSync(place)) process.exit(4)
  appendFileSync(place, '')
}
if (fault === 'silent-start') setInterval(() => {}, 1000)

function answer({ seq, case: { op, input } }) {
  const run = { generate: 'generate', 'generate-fixed': 'generateFixed', read: 'read' }[op]
  try {
    return { seq, [op === 'read' ? 'claims' : 'token']: token04[run](input) }
  } catch ({ code, message, claim }) {
    return { seq, error: { code, message, claim } }
  }
}

let rest = ''
for await (const chunk of process.stdin.setEncoding('utf8')) {
  const lines = (rest + chunk).split('\n')
  rest = lines.pop()
  for (const line of lines) {
    const request = JSON.parse(line)
    if (request.cmd === 'start') {
      if (fault === 'wrong-start') print('ready')
      else if (fault !== 'silent-start') print(STARTED)
    } else if (request.cmd === 'stop') {
      if (fault === 'no-stop') setInterval(() => {}, 1000)
      else process.exit(fault === 'bad-exit' ? 5 : 0)
    } else if (fault in FAULTS && (place === undefined || Number.isNaN(Number(place)) || request.seq === Number(place))) {
      FAULTS[fault](request)
    } else print(answer(request))
  }
}
