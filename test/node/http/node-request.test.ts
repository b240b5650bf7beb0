import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { nodeRequest } from '../../../src/http/node-request.js'
import type { NodeRequest } from '../../../src/http/node-types.js'

const body = new TextEncoder().encode('{"a":"é"}')

function make(patch: object = {}): Request {
  const headers = {
    host: 'example.com',
    authorization: 'Bearer secret',
    'x-list': ['a', 'b'],
    ':path': '/',
    'x-none': undefined
  }
  return nodeRequest({ method: 'POST', url: '/token?x=1', headers, ...patch } as unknown as NodeRequest, body)
}

describe('the request that authenticate gets under Node.js', () => {
  test('is a Request, and has every member of one', () => {
    const request = make()
    expect(request).toBeInstanceOf(Request)
    for (const name of Object.getOwnPropertyNames(Request.prototype)) expect(name in request, name).toBe(true)
    expect([request.method, request.bodyUsed, request.redirect]).toEqual(['POST', false, 'follow'])
  })

  test('has the headers, and none that are not', () => {
    expect([...make().headers]).toEqual([
      ['authorization', 'Bearer secret'],
      ['host', 'example.com'],
      ['x-list', 'a, b']
    ])
  })

  test('answers for a header as Headers do: by any case of its name, null where there is none, an error where there cannot be one', () => {
    const { headers } = make()
    expect(headers).toBeInstanceOf(Headers)
    expect(['authorization', 'Authorization', 'x-list', 'x-none', 'cookie'].map((name) => headers.get(name))).toEqual([
      'Bearer secret',
      'Bearer secret',
      'a, b',
      null,
      null
    ])
    expect([headers.has('HOST'), headers.has('constructor'), headers.get('constructor')]).toEqual([true, false, null])
    expect(() => headers.get(':path')).toThrow(TypeError)
    expect(() => headers.get('a b')).toThrow(TypeError)
    expect(new Headers(headers).get('x-list')).toBe('a, b')
    expect(Object.fromEntries(headers.entries())).toHaveProperty('host', 'example.com')
  })

  test('keeps what is written into its headers', () => {
    const request = make()
    expect(request.headers.get('authorization')).toBe('Bearer secret')
    request.headers.set('authorization', 'Bearer other')
    request.headers.append('x-list', 'c')
    expect([request.headers.get('authorization'), request.headers.get('x-list')]).toEqual(['Bearer other', 'a, b, c'])
    expect(request.headers).toBe(request.headers)
    expect(request.clone().headers.get('authorization')).toBe('Bearer other')
  })

  test('gives its body in every form, and a Request of the platform', async () => {
    expect(await make().json()).toEqual({ a: 'é' })
    expect(await make().text()).toBe('{"a":"é"}')
    expect(new Uint8Array(await make().arrayBuffer())).toEqual(body)
    const copy = new Request(make().clone(), { method: 'PUT' })
    expect([copy.method, copy.headers.get('authorization'), await copy.text()]).toEqual(['PUT', 'Bearer secret', '{"a":"é"}'])
  })

  test.each([
    [{}, 'http://example.com/token?x=1'],
    [{ socket: { encrypted: true } }, 'https://example.com/token?x=1'],
    [{ originalUrl: '/api/token' }, 'http://example.com/api/token'],
    [{ url: '//evil.example/' }, 'http://example.com//evil.example/'],
    [{ url: undefined }, 'http://example.com/'],
    [{ headers: { ':authority': 'two.example' } }, 'http://two.example/token?x=1'],
    [{ headers: { host: 'a b' }, url: 'http://proxied.example/' }, 'http://proxied.example/'],
    [{ headers: { host: 'a b' } }, 'http://localhost/']
  ])('knows its URL, whatever the client has written: %j', (patch, url) => {
    expect(make(patch).url).toBe(url)
  })

  test('is printed as a Request of the platform, without the connection that it came by', () => {
    const printed = inspect(make({ socket: { remoteAddress: '203.0.113.7' } }), { depth: 9, showHidden: true })
    expect(printed).toMatch(/^Request \{/)
    expect(printed).not.toContain('203.0.113.7')
  })
})
