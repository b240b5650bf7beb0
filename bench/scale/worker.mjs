// Makes tokens until it is told the time is over, and answers how many it made, and in what time.
import { parentPort } from 'node:worker_threads'
import { generateToken04Sync, importServerSecret } from '../../dist/node/sync.js'
import { generateOptions, PAYLOADS, SECRET } from '../subject.mjs'

const options = generateOptions({ mode: 'gcm', payload: PAYLOADS.privilege, serverSecret: importServerSecret(SECRET) })
const TOKENS_BETWEEN_LOOKS = 100

parentPort.on('message', ({ milliseconds }) => {
  let tokens = 0
  const start = performance.now()
  while (performance.now() - start < milliseconds) {
    for (let index = 0; index < TOKENS_BETWEEN_LOOKS; index++) generateToken04Sync(options)
    tokens += TOKENS_BETWEEN_LOOKS
  }
  parentPort.postMessage({ tokens, seconds: (performance.now() - start) / 1000 })
})
