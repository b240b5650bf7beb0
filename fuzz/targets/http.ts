import fc from 'fast-check'
import { createTokenHandler } from '../../src/http.js'
import { verifyToken04 } from '../../src/index.js'
import { mutateText, type TextMutation, textMutation } from '../mutations.js'
import { NOW, SECRET } from '../specimens.js'
import { require, type Target } from '../target.js'

interface RequestRecipe {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: { readonly text: string; readonly mutations: readonly TextMutation[]; readonly bytes: readonly number[] }
  /** Where the body is cut into chunks; none: it is sent whole, with its length. */
  readonly cuts: readonly number[]
  readonly breaksOff: boolean
}

const BODIES = [
  '{"userId":"demo","roomId":"lobby","canPublish":true,"streamIds":["a"]}',
  '{"userId":"demo"}',
  '{"__proto__":{"userId":"demo"},"constructor":{"prototype":{"roomId":"x"}}}',
  `{"userId":"${'u'.repeat(70)}","roomId":""}`,
  `{"roomId":"${'r'.repeat(4096)}"}`,
  'null',
  '[[[[]]]]',
  ''
]
const STATUSES = { 200: 'token', 400: 'INVALID', 401: 'UNAUTHENTICATED', 405: 'METHOD', 413: 'BODY_TOO_LARGE' } as const

// names and values that a Request takes
const headerName = fc.constantFrom(
  'content-type',
  'content-length',
  'origin',
  'authorization',
  'content-encoding',
  'x-a',
  'host'
)
const headerValue = fc.oneof(
  fc.constantFrom(
    'application/json',
    '-1',
    '0',
    '1e9',
    'NaN',
    '99999999999999999999',
    'https://app.example.com',
    'null',
    '*',
    'gzip'
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 })
)

// it trusts its caller in everything, as nobody should: whatever comes of that, it must be well-formed
const handler = createTokenHandler({
  appId: 1,
  serverSecret: SECRET,
  now: () => NOW,
  cors: { origins: ['https://app.example.com'] },
  authenticate: async (request) => {
    const { userId, roomId, canPublish, streamIds } = await request.json()
    return userId === 'nobody' ? null : { userId, ...(roomId && { roomId, canPublish: canPublish === true, streamIds }) }
  }
})

export const http: Target<RequestRecipe> = {
  name: 'http',
  surface: 'createTokenHandler: methods, headers, and bodies that are changed, cut into chunks and broken off',
  inputs: fc.record({
    method: fc.oneof(
      { weight: 4, arbitrary: fc.constant('POST') },
      fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'X-Y')
    ),
    headers: fc.dictionary(headerName, headerValue, { maxKeys: 3, noNullPrototype: true }),
    body: fc.record({
      text: fc.constantFrom(...BODIES),
      mutations: fc.array(textMutation, { maxLength: 3 }),
      bytes: fc.array(fc.nat(255), { maxLength: 4 })
    }),
    cuts: fc.array(fc.nat(100), { maxLength: 4 }),
    breaksOff: fc.boolean()
  }),
  async attack(recipe) {
    const response = await handler(requestOf(recipe))
    const text = await response.text()
    require(!text.includes(SECRET) && !/\bat .*:\d+:\d+/.test(text), 'no answer holds the secret or a stack')
    require(response.headers.get('cache-control') === 'no-store', 'no answer may be cached')
    const origin = response.headers.get('access-control-allow-origin')
    require(origin === null || origin === 'https://app.example.com', 'no other origin is allowed')
    if (response.status === 204)
      return require(recipe.method === 'OPTIONS' && text === '', 'only OPTIONS is answered with nothing')
    require(response.status in STATUSES, `the status is one of those that are documented, not ${response.status}`)
    if (recipe.method === 'HEAD') return require(text === '' && response.status === 405, 'HEAD has no body')
    const body = JSON.parse(text)
    const kind = STATUSES[response.status as keyof typeof STATUSES]
    if (kind !== 'token')
      return require(body.error.code.startsWith(kind) && body.error.message !== '', 'code and status belong together')
    const { claims } = await verifyToken04(body.token, { serverSecret: SECRET, appId: 1, now: () => NOW })
    require(claims.expire === NOW + 3600 && body.expire === claims.expire, 'the validity is that of the server')
  }
}

function requestOf({ method, headers, body, cuts, breaksOff }: RequestRecipe): Request {
  const encoded = new TextEncoder().encode(mutateText(body.text, body.mutations, BODIES))
  const bytes = Uint8Array.from([...encoded, ...body.bytes])
  const init = { method, headers: headersOf(headers) }
  if (method === 'GET' || method === 'HEAD') return new Request('https://example.com/token', init)
  if (cuts.length === 0) return new Request('https://example.com/token', { ...init, body: bytes })
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  const stream = new ReadableStream({
    start(controller) {
      for (const [index, end] of ends.entries()) controller.enqueue(bytes.slice(ends[index - 1] ?? 0, end))
      if (breaksOff) controller.error(new Error('the connection is gone'))
      else controller.close()
    }
  })
  return new Request('https://example.com/token', { ...init, body: stream, duplex: 'half' } as RequestInit)
}

// a value that no header can have is left out
function headersOf(fields: Readonly<Record<string, string>>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(fields)) {
    try {
      headers.set(name, value)
    } catch {}
  }
  return headers
}
