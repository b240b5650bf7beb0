import { expect, test, vi } from 'vitest'
import * as browserBuild from '../../src/browser.js'
import * as library from '../../src/default.js'
import * as httpBrowser from '../../src/http-browser.js'
import * as http from '../../src/http-default.js'
import * as server from '../../src/index.js'
import * as testingBrowser from '../../src/testing-browser.js'
import * as testing from '../../src/testing-default.js'
import { basic, claims, ivOf, now, refusal, SECRET } from '../support/tokens.js'

const seal = { serverSecret: SECRET, mode: 'gcm', iv: ivOf('gcm') } as const

const endpoint = { appId: 1, serverSecret: SECRET, authenticate: () => ({ userId: 'demo' }) }

test('the default build works on a server, a simulated browser included', async () => {
  for (const simulated of [{}, { document: {} }]) {
    for (const [name, value] of Object.entries(simulated)) vi.stubGlobal(name, value)
    const serverSecret = library.importServerSecret(SECRET)
    const token = await library.generateToken04(basic({ serverSecret }))
    expect((await library.verifyToken04(token, { serverSecret, now })).claims.user_id).toBe('demo')
    expect(await testing.sealToken04(claims(), seal)).toMatch(/^04/)
    const response = await http.createTokenHandler(endpoint)(new Request('https://example.com', { method: 'POST' }))
    expect((await response.json()).token).toMatch(/^04/)
    expect(http.createTokenListener(endpoint)).toBeTypeOf('function')
    vi.unstubAllGlobals()
  }
})

test('the default build refuses React Native, where Node.js is not', async () => {
  vi.stubGlobal('navigator', { product: 'ReactNative' })
  const calls = [
    () => library.generateToken04(basic()),
    () => library.verifyToken04('04', { serverSecret: SECRET }),
    () => library.importServerSecret(SECRET),
    () => testing.sealToken04(claims(), seal),
    () => http.createTokenHandler(endpoint),
    () => http.createTokenListener(endpoint)
  ]
  for (const call of calls) expect((await refusal(call)).code).toBe('BROWSER_REFUSED')
  vi.unstubAllGlobals()
})

test('a diagnosis in a browser never throws, and never uses a secret', async () => {
  const token = await server.generateToken04(basic({ now: undefined }))
  const hostile = Object.defineProperty({}, 'language', {
    enumerable: true,
    get() {
      throw new Error(SECRET)
    }
  })
  expect((await browserBuild.diagnoseToken04(token, hostile)).findings[0]?.code).toBe('BROWSER_REFUSED')
  expect((await browserBuild.diagnoseToken04(token, { serverSecret: SECRET, language: 'zh' })).findings[0]).toMatchObject({
    code: 'BROWSER_REFUSED',
    message: expect.stringMatching(/[\u4e00-\u9fff]/)
  })
  expect((await library.diagnoseToken04(token, { serverSecret: SECRET })).findings).toEqual([])
  vi.stubGlobal('navigator', { product: 'ReactNative' })
  expect((await library.diagnoseToken04(token, { serverSecret: SECRET })).findings[0]?.code).toBe('BROWSER_REFUSED')
  vi.unstubAllGlobals()
})

test('the browser build refuses wherever it runs, under the same names', async () => {
  expect(Object.keys(browserBuild).sort()).toEqual(Object.keys(server).sort())
  const calls = [
    () => browserBuild.generateToken04(basic()),
    () => browserBuild.verifyToken04('04', { serverSecret: SECRET }),
    () => browserBuild.importServerSecret(SECRET),
    () => testingBrowser.sealToken04(claims(), seal),
    () => httpBrowser.createTokenHandler(endpoint),
    () => httpBrowser.createTokenListener(endpoint)
  ]
  for (const call of calls) expect((await refusal(call)).message).toMatch(/jsdom/)
})
