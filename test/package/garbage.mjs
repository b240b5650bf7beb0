// Run by bounds.test.ts with --expose-gc: verifies garbage a million times and prints by how much the heap has grown, in bytes.
import { randomBytes } from 'node:crypto'
import { importServerSecret, verifyToken04Sync } from 'zego-token04/sync'

const serverSecret = importServerSecret('fa94dd0f974cf2e293728a526b028271')
const garbage = Array.from({ length: 1000 }, (_, index) => `04${randomBytes(index % 200).toString('base64')}`)
// what fails latest: a token of the right shape that no key fits
for (let index = 0; index < 1000; index += 2) {
  const envelope = Buffer.concat([
    Buffer.alloc(8),
    Buffer.from([0, 12]),
    randomBytes(12),
    Buffer.from([0, 60]),
    randomBytes(60),
    Buffer.from([1])
  ])
  garbage[index] = `04${envelope.toString('base64')}`
}

let refused = 0
verifyAll(20_000)
const before = heap()

verifyAll(1_000_000)
const grown = heap() - before
process.stdout.write(JSON.stringify({ refused, grown }))

function verifyAll(times) {
  refused = 0
  for (let index = 0; index < times; index++) {
    try {
      verifyToken04Sync(garbage[index % garbage.length], { serverSecret })
    } catch {
      refused++
    }
  }
}

function heap() {
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}
