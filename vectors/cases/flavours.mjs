// The JSON text of the claims as the eight writers' libraries write it, measured on the ports in vectors/ports.

const USUAL_ORDER = ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload']
const ALL_SHORT = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '"': '\\"', '\\': '\\\\' }
const lower = (unit) => `\\u${unit.toString(16).padStart(4, '0')}`
const upper = (unit) => `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`

const FLAVOURS = {
  go: {
    order: ['app_id', 'user_id', 'ctime', 'expire', 'nonce', 'payload'],
    short: { '\t': '\\t', '\n': '\\n', '\r': '\\r', '"': '\\"', '\\': '\\\\' },
    escapes: /[\0-\x1f<>&\u2028\u2029]/g
  },
  cpp: { escapes: /[\0-\x1f]/g, hex: upper },
  java: {
    order: ['user_id', 'payload', 'expire', 'ctime', 'app_id', 'nonce'],
    short: { ...ALL_SHORT, '/': '\\/' },
    escapes: /[\0-\x1f\x7f-\x9f\u2000-\u20ff]/g,
    hex: upper
  },
  'objective-c': { escapes: /[\0-\x1f\x80-\uffff]/g },
  python: { escapes: /[\0-\x1f]/g },
  php: { short: { ...ALL_SHORT, '/': '\\/' }, escapes: /[\0-\x1f&\x80-\uffff]/g },
  dotnet: {
    order: ['app_id', 'user_id', 'payload', 'ctime', 'expire', 'nonce'],
    escapes: /[\0-\x1f\x85\u2028\u2029]/g
  },
  node: { escapes: /[\0-\x1f]/g }
}

export const WRITERS = Object.keys(FLAVOURS)

/** The text that this writer gives for these claims. */
export function writeClaims(writer, claims) {
  const { order = USUAL_ORDER, ...strings } = FLAVOURS[writer]
  const members = order.map(
    (key) => `"${key}":${typeof claims[key] === 'string' ? writeString(strings, claims[key]) : claims[key]}`
  )
  return `{${members.join(',')}}`
}

/** The different texts that the writers give for these claims, each with the writers that give it. */
export function distinctTexts(claims) {
  const texts = new Map()
  for (const writer of WRITERS) {
    const text = writeClaims(writer, claims)
    texts.set(text, [...(texts.get(text) ?? []), writer])
  }
  return [...texts].map(([text, writers]) => ({ text, writers }))
}

function writeString({ short = ALL_SHORT, escapes, hex = lower }, text) {
  const special = (character) => short[character] ?? hex(character.charCodeAt(0))
  const named = new RegExp(
    `[${Object.keys(short)
      .map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('')}]|${escapes.source}`,
    'g'
  )
  return `"${text.replace(named, special)}"`
}
