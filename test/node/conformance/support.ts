import { fileURLToPath } from 'node:url'
import type { Port, Reply } from '../../../src/conformance/port.js'
import type { PortCase, Started } from '../../../src/conformance/protocol.js'
import type { Vectors } from '../../../src/conformance/vectors.js'
import { Token04Error } from '../../../src/errors.js'
import { generateToken04Sync, verifyToken04Sync } from '../../../src/sync.js'
import { sealToken04 } from '../../../src/testing.js'
import type { Claims } from '../../../src/types.js'
import { NOW, SECRET } from '../../support/tokens.js'

const FAKE_PORT = fileURLToPath(new URL('./fake-port.mjs', import.meta.url))

/** The command of a port with one fault. */
export function fakePort(...args: string[]): string[] {
  return [process.execPath, FAKE_PORT, ...args]
}

export const STARTED: Started = {
  version: 1,
  implementation: { name: 'stand-in', language: 'TypeScript', version: '1' },
  flavour: 'node',
  capabilities: ['generate', 'generate-fixed', 'read'],
  modes: ['cbc', 'gcm']
}

/** A port without a process: the library, but for what `change` answers. */
export function standIn(
  change: (question: PortCase) => Reply | undefined | Promise<Reply | undefined> = () => undefined
): Port {
  return {
    started: STARTED,
    ask: async (question) => (await change(question)) ?? library(question),
    stop: async () => undefined
  }
}

export async function library({ op, input }: PortCase): Promise<Reply> {
  // biome-ignore lint/suspicious/noExplicitAny: a port is given anything
  const { now, claims, iv, token, ...options } = input as any
  try {
    if (op === 'generate') return { token: generateToken04Sync(options) }
    if (op === 'read') return { claims: verifyToken04Sync(token, { ...options, now: () => now }).claims }
    return { token: await sealToken04(claims, { ...options, iv: Buffer.from(iv, 'hex') }) }
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error
    const { code, message, claim } = error
    return { error: claim === undefined ? { code, message } : { code, message, claim } }
  }
}

const CLAIMS: Claims = { app_id: 1, user_id: 'a\u2028', nonce: 7, ctime: NOW, expire: NOW + 60, payload: '' }
const GCM_IV = '00'.repeat(12)
const fixed = (text: string, mode: 'cbc' | 'gcm', iv: string) =>
  sealToken04(text, { serverSecret: SECRET, mode, iv: Buffer.from(iv, 'hex') })

/** A few vectors of each file. */
export async function smallVectors(): Promise<Vectors> {
  const live = { appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 60 }
  const input = { claims: CLAIMS, serverSecret: SECRET, mode: 'gcm' as const, iv: GCM_IV }
  const plain = JSON.stringify(CLAIMS)
  const escaped = plain.replace('\u2028', '\\u2028')
  const about = (id: string, ...flags: string[]) => ({ id, flags, comment: `about ${id}` })
  const reading = { serverSecret: SECRET, now: NOW }
  const token = await fixed(plain, 'gcm', GCM_IV)
  return {
    notes: Object.fromEntries(
      ['DoublePadding', 'Base64Url', 'EscapeFlavour', 'CtimeInFuture', 'UnixTimestamp', 'ModeByte', 'BasicToken'].map(
        (flag) => [flag, { bug: `bug of ${flag}`, effect: `effect of ${flag}`, seen: 'in tests' }]
      )
    ),
    generateLive: [
      { ...about('live-cbc', 'BasicToken'), input: { ...live, mode: 'cbc' } },
      { ...about('live-gcm', 'BasicToken', 'Limits'), input: live }
    ],
    generateInvalid: [{ ...about('no-app', 'AppIdRange'), input: { ...live, appId: 0 }, error: { code: 'INVALID_APP_ID' } }],
    payloadValid: [{ ...about('payload-good', 'PayloadShape'), input: { payload: '{"room_id":"r","privilege":{"1":1}}' } }],
    payloadInvalid: [
      { ...about('payload-bad', 'PayloadNotJson'), input: { payload: '{' }, error: { code: 'INVALID_PAYLOAD' } }
    ],
    generate: [
      { ...about('fixed-node', 'KeyOrder'), input, flavours: ['node', 'python'], plaintext: plain, token },
      {
        ...about('fixed-go', 'EscapeFlavour'),
        input,
        flavours: ['go'],
        plaintext: escaped,
        token: await fixed(escaped, 'gcm', GCM_IV)
      }
    ],
    verifyValid: [{ ...about('read-good', 'BasicToken'), input: { ...reading, token }, claims: CLAIMS, mode: 'gcm' }],
    verifyInvalid: [
      { ...about('read-expired', 'Expired'), input: { ...reading, token, now: NOW + 60 }, error: { code: 'EXPIRED' } },
      {
        ...about('read-text', 'StringNumber'),
        input: { ...reading, token: await fixed(plain.replace('"app_id":1', '"app_id":"1"'), 'gcm', GCM_IV) },
        error: { code: 'INVALID_CLAIMS', claim: 'app_id' }
      },
      { ...about('read-none', 'Version'), input: { ...reading, token: '04' }, error: { code: 'MALFORMED_TOKEN' } }
    ]
  }
}
