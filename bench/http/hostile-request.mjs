/** A sequence of numbers from 0 to 1 that a seed decides (mulberry32). */
export function randomOf(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const METHODS = ['POST', 'POST', 'POST', 'POST', 'GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'post', 'FOO', '']
const TARGETS = [
  '/',
  '/token?x=1',
  '*',
  '//evil.example/',
  'http://evil.example/token',
  '/%00',
  '/\xff',
  `/${'a'.repeat(5000)}`
]
const AUTHORIZATIONS = ['', 'Bearer of-demo', 'Bearer of-demo', 'Bearer x', `Bearer ${'x'.repeat(8000)}`, '\xff\xfe']
const FIELDS = [
  'content-type: application/json',
  'content-type: text/html',
  'content-encoding: gzip',
  'origin: null',
  'origin: https://evil.example',
  'expect: 100-continue',
  'expect: 200-ok',
  'x-forwarded-host: evil.example',
  'cookie: session=1; session=2',
  'content-length: 7',
  'transfer-encoding: gzip, chunked',
  'connection: upgrade\r\nupgrade: websocket',
  'bad name: x',
  ': empty',
  'x: \x01'
]
const BODIES = [
  '',
  'null',
  '[]',
  '7',
  '{',
  '{}',
  '{"userId":7}',
  '{"userId":""}',
  '{"userId":"a\\u0000b"}',
  '{"userId":"demo","roomId":""}',
  '{"userId":"demo","roomId":7}',
  '{"userId":"demo","roomId":{"a":1}}',
  '{"__proto__":{"userId":"demo"}}',
  '{"userId":"\\ud800"}',
  `{"userId":"${'u'.repeat(65)}"}`,
  `{"userId":"demo","roomId":"${'r'.repeat(129)}"}`,
  '\xff\xfe\x00',
  '['.repeat(4000),
  'x'.repeat(4097),
  'x'.repeat(100_000)
]

/** The pieces of one request that must not get a token, and how they are sent. */
export function hostileRequest(random) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const chance = (share) => random() < share
  const method = pick(METHODS)
  const body = pick(BODIES)
  const head = [`${method} ${pick(TARGETS)} HTTP/${chance(0.97) ? '1.1' : pick(['1.0', '2.0', '9'])}`]
  if (chance(0.95)) head.push('host: example.com')
  const authorization = pick(AUTHORIZATIONS)
  if (authorization !== '') head.push(`authorization: ${authorization}`)
  while (chance(0.4)) head.push(pick(FIELDS))
  const framing = random()
  let framed = body
  if (framing < 0.5) head.push(`content-length: ${body.length}`)
  else if (framing < 0.6)
    head.push(`content-length: ${pick(['-1', '1e3', '99999999999999999999', `${body.length + 5}`, '0x10'])}`)
  else if (framing < 0.9) {
    head.push('transfer-encoding: chunked')
    framed = chunked(body, pick)
  }
  const pieces = [`${head.join('\r\n')}\r\n\r\n`, ...split(framed, chance(0.2) ? 3 : 1)]
  return {
    pieces,
    isOptions: method === 'OPTIONS',
    cutOff: chance(0.05),
    // slower than the server waits, now and then
    pause: chance(0.01) ? 700 : 0
  }
}

function chunked(body, pick) {
  const size = pick([body.length.toString(16), 'zz', 'fffffffff', body.length.toString(16)])
  return body === '' ? '0\r\n\r\n' : `${size}\r\n${body}\r\n0\r\n\r\n`
}

function split(text, parts) {
  const length = Math.ceil(text.length / parts) || 1
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) => text.slice(index * length, (index + 1) * length))
}
