import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { isBrowser } from '../../src/browser/is-browser.js'
import { randomBytes } from '../../src/crypto/random-bytes.js'
import { codePointLength, utf8Length } from '../../src/encoding/text-length.js'
import { RUNS } from '../support/runs.js'

describe('the length of a text', () => {
  test('is that of its UTF-8 bytes and of its code points, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units)
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
        expect(codePointLength(text)).toBe([...text].length)
      }),
      RUNS
    )
    const surrogates = '\ud800\udc00\ud800\udbff\udfff\udfff\ud83d\ude00'
    expect(utf8Length(surrogates)).toBe(new TextEncoder().encode(surrogates).length)
    expect(codePointLength(surrogates)).toBe([...surrogates].length)
  })
})

describe('randomBytes', () => {
  test('never hands out the same bytes twice, and not what it handed out before', () => {
    const seen = new Set<string>()
    const kept: Uint8Array[] = []
    for (let index = 0; index < 2000; index++) {
      const bytes = randomBytes(16)
      kept.push(bytes)
      seen.add(bytes.join())
    }
    expect(seen.size).toBe(2000)
    expect(new Set(kept.map((bytes) => bytes.join()))).toEqual(seen)
  })

  test('throws away what it drew in an earlier second', () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] })
    const fill = vi.spyOn(crypto, 'getRandomValues')
    randomBytes(16)
    randomBytes(16)
    const calls = fill.mock.calls.length
    vi.setSystemTime(1_002_000)
    randomBytes(16)
    // node:crypto is not spied upon, so this holds where WebCrypto is the backend
    if (calls > 0) expect(fill.mock.calls.length).toBe(calls + 1)
    vi.useRealTimers()
    fill.mockRestore()
  })
})

describe('isBrowser', () => {
  const node = { process: { versions: { node: '20.0.0' } } }
  const page = { document: {}, navigator: { product: 'Gecko' } }
  const worker = { WorkerGlobalScope: class {}, navigator: { product: 'Gecko' } }

  const scopes: [string, object, boolean][] = [
    ['a page', page, true],
    ['a worker', worker, true],
    ['a page with a polyfilled process', { ...page, process: { versions: {}, env: {} } }, true],
    ['a page with a process without versions', { ...page, process: {} }, true],
    ['React Native', { navigator: { product: 'ReactNative' } }, true],
    ['an Electron renderer', { ...page, process: { type: 'renderer', versions: { node: '20.0.0' } } }, true],
    ['the main process of Electron', { process: { type: 'browser', versions: { node: '20.0.0' } } }, false],
    ['Node.js', node, false],
    ['jsdom on Node.js', { ...node, ...page }, false],
    ['Bun', { Bun: {} }, false],
    ['Deno', { Deno: {}, WorkerGlobalScope: class {} }, false],
    ['workerd', { WebSocketPair: class {}, WorkerGlobalScope: class {}, navigator: {} }, false],
    ['an edge runtime', { EdgeRuntime: 'edge-runtime' }, false],
    ['an empty scope', {}, false]
  ]
  test.each(scopes)('sees what %s is', (_name, scope, expected) => {
    expect(isBrowser(scope)).toBe(expected)
  })

  test('sees where it runs', () => {
    expect(isBrowser()).toBe('document' in globalThis)
  })
})
