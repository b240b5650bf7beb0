import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as browserBuild from '../../src/browser.js'
import * as library from '../../src/index.js'
import * as assistant from '../../src/server-assistant.js'
import * as sync from '../../src/sync.js'
import { sealToken04 } from '../../src/testing.js'
import { RUNS } from '../support/runs.js'
import { bytesOf, claims, NOW, now, seal, tokenOf } from '../support/tokens.js'

// nothing in the library's own texts looks like these
const SECRET = 'cAnArYsEcReT-qzxj-0123456789-end'
const USER = 'cAnArYuSeR'
const ROOM = 'cAnArYrOoM'
const payload = JSON.stringify({ room_id: ROOM, privilege: { 1: 1 }, stream_id_list: ['cAnArYsTrEaM'] })

const bytes = Buffer.from(SECRET)
const SECRET_MARKS = [
  SECRET,
  SECRET.slice(0, 12),
  bytes.toString('hex'),
  bytes.toString('base64').slice(0, 40),
  bytes.toString('base64url').slice(0, 40),
  [...bytes].join(','),
  [...bytes].join(', ')
]
const PLAINTEXT_MARKS = [USER, ROOM, 'cAnArYsTrEaM']

/** Everything that can be seen of a value: all its properties, its prototype's getters, its causes, and what the usual printers make of it. */
function everything(value: unknown): string {
  const seen = new Set<unknown>()
  const shown: string[] = [
    safely(() => String(value)),
    safely(() => JSON.stringify(value)),
    inspect(value, { showHidden: true, depth: 12, getters: true })
  ]
  const walk = (node: unknown): void => {
    if ((typeof node !== 'object' && typeof node !== 'function') || node === null || seen.has(node)) {
      shown.push(String(node))
      return
    }
    seen.add(node)
    if (node instanceof Uint8Array)
      shown.push(Buffer.from(node).toString('latin1'), Buffer.from(node).toString('hex'), node.join())
    for (const key of Reflect.ownKeys(node)) {
      shown.push(String(key))
      walk(Reflect.get(node, key))
    }
  }
  walk(value)
  if (value instanceof Error) shown.push(String(value.stack), String(value.message), everything(value.cause))
  return shown.join('\n')
}

function safely(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

async function outcome(call: () => unknown): Promise<unknown> {
  try {
    return await call()
  } catch (error) {
    return error
  }
}

const sealed = (content: object | string, mode: library.Mode, expire?: number) =>
  sealToken04(content, {
    serverSecret: SECRET,
    mode,
    iv: new Uint8Array(mode === 'gcm' ? 12 : 16),
    expire: expire ?? NOW + 3600
  })

describe('the canary', () => {
  test('is seen where it is', () => {
    expect(everything(Object.assign(new Error('x'), { cause: { deep: [SECRET] } }))).toContain(SECRET)
    expect(everything({ key: new Uint8Array(bytes) })).toContain(SECRET)
    expect(everything(Object.defineProperty({}, 'hidden', { value: SECRET }))).toContain(SECRET)
  })

  test('is in nothing that a call with a secret gives back or throws', async () => {
    const options = { appId: 1, userId: USER, serverSecret: SECRET, effectiveTimeInSeconds: 60, payload, now }
    const tokens = [
      await sealed(claims({ user_id: USER, payload }), 'gcm'),
      await sealed(claims({ user_id: USER, payload }), 'cbc'),
      await sealed(claims({ user_id: 5, payload }), 'gcm'),
      await sealed(claims({ user_id: USER, payload: `${payload}x` }), 'gcm'),
      await sealed(claims({ user_id: USER, payload: JSON.parse(payload) }), 'cbc'),
      await sealed(`${USER} ${ROOM}`, 'gcm'),
      await sealed(`${USER} app_id`, 'cbc'),
      SECRET,
      `04${SECRET}`
    ]
    const edited = fc.record({
      token: fc.constantFrom(...tokens),
      change: fc.option(fc.record({ index: fc.nat(200), value: fc.nat(255) })),
      patch: fc.dictionary(
        fc.constantFrom(
          'appId',
          'userId',
          'roomId',
          'modes',
          'now',
          'clockToleranceInSeconds',
          'serverSecret',
          'effectiveTimeInSeconds',
          'payload',
          'mode',
          SECRET.slice(0, 30)
        ),
        fc.oneof(
          fc.anything({ maxDepth: 1 }),
          fc.constantFrom(SECRET, SECRET.repeat(2), SECRET.slice(1), { room_id: SECRET }, JSON.stringify({ [SECRET]: SECRET }))
        ),
        { maxKeys: 2 }
      )
    })
    await fc.assert(
      fc.asyncProperty(edited, async ({ token, change, patch }) => {
        const bytes = token.startsWith('04A') ? bytesOf(token) : undefined
        if (bytes !== undefined && change !== null) bytes[change.index % bytes.length] = change.value
        const given = bytes === undefined ? token : tokenOf(bytes)
        const reading = { serverSecret: SECRET, now, ...patch } as never
        const making = { ...options, ...patch } as never
        const results = [
          await outcome(() => library.verifyToken04(given, reading)).then(withoutAskedFor),
          await outcome(() => library.diagnoseToken04(given, reading)).then(withoutAskedFor),
          await outcome(() => library.generateToken04(making)),
          await outcome(() => sync.generateToken04Sync(making)),
          await outcome(() => assistant.generateToken04(...positions(making))),
          await outcome(() => library.decodeToken04(given)),
          await outcome(() => library.secondsUntilRenewal(given, reading)),
          await outcome(() => library.importServerSecret((patch.serverSecret ?? SECRET) as string)),
          await outcome(() => browserBuild.generateToken04(making)),
          await outcome(() => browserBuild.importServerSecret(SECRET)),
          await outcome(() => browserBuild.diagnoseToken04(given, reading)),
          await outcome(() => sealToken04(claims(), { serverSecret: SECRET, mode: 'gcm', iv: 5, ...patch } as never))
        ]
        for (const result of results) {
          const shown = everything(result)
          for (const mark of [...SECRET_MARKS, ...PLAINTEXT_MARKS]) expect(shown).not.toContain(mark)
        }
      }),
      RUNS
    )
  })

  test('is in no ServerSecret, nor in the vault that keeps it', () => {
    const secret = library.importServerSecret(SECRET)
    const vault = (globalThis as never)[Symbol.for('zego-token04.vault')]
    for (const value of [secret, vault, library, sync]) {
      const shown = everything(value)
      for (const mark of SECRET_MARKS) expect(shown).not.toContain(mark)
    }
  })

  test('is in no error of the helpers, whatever they are given', async () => {
    const token = await seal(claims(), 'gcm')
    const calls = [
      () => library.privilegePayload({ roomId: SECRET.repeat(5) }),
      () => library.privilegePayload({ [SECRET]: 1 } as never),
      () => library.generateKitToken(token, { appId: 0, userId: USER, roomId: ROOM, userName: SECRET }),
      () => library.generateKitToken(SECRET, { appId: 1, userId: USER, roomId: ROOM, userName: SECRET }),
      () => library.parseKitToken(`${token}#${btoa(SECRET)}`),
      () =>
        library.authorize({ claims: claims({ payload: SECRET }), payload: null } as never, { action: 'login', roomId: ROOM }),
      () => library.authorize({ claims: claims(), payload: null } as never, { action: SECRET, roomId: ROOM } as never)
    ]
    for (const call of calls) {
      const shown = everything(await outcome(call))
      for (const mark of [...SECRET_MARKS, ...PLAINTEXT_MARKS]) expect(shown).not.toContain(mark)
    }
  })
})

// a successful reading gives claims and payload: that is what was asked for
function withoutAskedFor(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || result instanceof Error) return result
  const { claims: _claims, payload: _payload, ...rest } = result as Record<string, unknown>
  return rest
}

function positions(options: library.GenerateOptions): Parameters<typeof assistant.generateToken04> {
  const { appId, userId, serverSecret, effectiveTimeInSeconds, payload, mode } = options
  return [appId, userId, serverSecret, effectiveTimeInSeconds, payload, mode && { mode }]
}
