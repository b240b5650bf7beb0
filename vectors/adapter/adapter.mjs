// Lets the conformance runner speak to an implementation: JSON lines in, JSON lines out. Here: zego-token04 itself.
import { createInterface } from 'node:readline'
import { generateToken04Sync, verifyToken04Sync } from 'zego-token04/sync'
import { sealToken04 } from 'zego-token04/testing'

const identity = {
  version: 1,
  implementation: { name: 'adapter example', language: 'JavaScript', version: '1.0.0' },
  capabilities: ['generate', 'generate-fixed', 'read'],
  modes: ['cbc', 'gcm'],
  flavour: 'node' // leave this out, unless your JSON library writes exactly like one of the eight
}

const operations = {
  generate: (input) => ({ token: generateToken04Sync(input) }),
  'generate-fixed': async ({ claims, iv, ...options }) => ({
    token: await sealToken04(claims, { ...options, iv: Buffer.from(iv, 'hex') })
  }),
  read: ({ token, now, ...options }) => ({
    claims: verifyToken04Sync(token, { ...options, now: () => now }).claims
  })
}

async function answer({ seq, case: { op, input } }) {
  if (!(op in operations)) return { seq, skipped: `no operation ${op}` }
  try {
    return { seq, ...(await operations[op](input)) }
  } catch ({ code, message, claim }) {
    return { seq, error: { code, message, claim } }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line)
  if (message.cmd === 'stop') break
  const reply = message.cmd === 'start' ? identity : await answer(message)
  process.stdout.write(`${JSON.stringify(reply)}\n`)
}
