import { describe, expect, test } from 'vitest'
import * as refusing from 'zego-token04'
import * as unlocked from 'zego-token04/dev-browser'
import * as refusingTesting from 'zego-token04/testing'
import * as defaultBuild from '../../src/default.js'
import * as server from '../../src/index.js'
import * as defaultTesting from '../../src/testing-default.js'
import { basic, claims, ivOf, now, refusal, SECRET } from '../support/tokens.js'

const secretCalls = (library: typeof refusing, testing: typeof refusingTesting): [string, () => unknown][] => [
  ['generateToken04', () => library.generateToken04(basic())],
  ['verifyToken04', () => library.verifyToken04('04', { serverSecret: SECRET })],
  ['importServerSecret', () => library.importServerSecret(SECRET)],
  ['sealToken04', () => testing.sealToken04(claims(), { serverSecret: SECRET, mode: 'gcm', iv: ivOf('gcm') as never })]
]

describe.each([
  ['the browser build, which the package resolves to here', refusing, refusingTesting],
  ['the default build', defaultBuild as typeof refusing, defaultTesting as typeof refusingTesting]
])('%s', (_name, library, testing) => {
  test('has every name of the server build', () => {
    expect(Object.keys(library).sort()).toEqual(Object.keys(server).sort())
  })

  test.each(secretCalls(library, testing))(
    'refuses %s with the reason, the safe way and the name of the way round',
    async (name, call) => {
      const error = await refusal(call)
      expect(error).toMatchObject({ code: 'BROWSER_REFUSED', errorCode: -1 })
      for (const part of [name, 'ServerSecret', 'on your server', 'zego-token04/dev-browser'])
        expect(error.message).toContain(part)
      expect(error.message).not.toContain(SECRET)
    }
  )

  test('does what needs no secret', async () => {
    const token = await unlocked.generateToken04(basic() as never)
    expect(library.decodeToken04(token).mode).toBe('gcm')
    expect(library.secondsUntilRenewal(token, { now })).toBe(3570)
    const payload = library.privilegePayload({ roomId: 'demo', canPublish: true })
    expect(payload.privilege).toEqual({ 1: 1, 2: 1 })
    const verified = { claims: { payload: JSON.stringify(payload) }, payload }
    expect(library.authorize(verified as never, { action: 'publish', roomId: 'demo' })).toEqual({ allowed: true })
    expect((await refusal(() => library.privilegePayload({ roomId: '' }))).code).toBe('INVALID_PAYLOAD')
  })
})

test.each([
  ['browser', refusing],
  ['default', defaultBuild as typeof refusing]
])('the %s build refuses to diagnose, with a finding', async (_name, library) => {
  const token = await unlocked.generateToken04(basic() as never)
  for (const options of [undefined, { now, serverSecret: SECRET }, { language: 'zh' as const }]) {
    const refused = await library.diagnoseToken04(token, options)
    expect(refused).toMatchObject({ ok: false, findings: [{ code: 'BROWSER_REFUSED', severity: 'error' }] })
    expect(JSON.stringify(refused)).not.toContain(SECRET)
  }
  expect((await unlocked.diagnoseToken04(token, { now, serverSecret: SECRET })).findings).toEqual([])
})

test('zego-token04/dev-browser makes, verifies and seals tokens', async () => {
  const serverSecret = unlocked.importServerSecret(SECRET)
  const token = await unlocked.generateToken04({ ...basic(), serverSecret } as never)
  expect((await unlocked.verifyToken04(token, { serverSecret, now })).claims.user_id).toBe('demo')
  expect(await unlocked.sealToken04(claims(), { serverSecret, mode: 'cbc', iv: ivOf('cbc') as never })).toMatch(/^04/)
})

test('an error of one build is an instance of the class of another', async () => {
  const error = await refusal(() => refusing.importServerSecret(SECRET))
  expect(error instanceof unlocked.Token04Error).toBe(true)
  expect(error instanceof server.Token04Error).toBe(true)
})

test('the run-time check of the default build refuses a worker too', async () => {
  const source = `
    import { isBrowser } from ${JSON.stringify(new URL('../../src/browser/is-browser.ts', import.meta.url).href)}
    postMessage(isBrowser())
  `
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const worker = new Worker(url, { type: 'module' })
  const answer = await new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data)
    worker.onerror = (event) => reject(new Error(event.message))
  })
  worker.terminate()
  URL.revokeObjectURL(url)
  expect(answer).toBe(true)
})
