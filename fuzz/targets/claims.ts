import fc from 'fast-check'
import { verifyToken04 } from '../../src/index.js'
import { sealToken04 } from '../../src/testing.js'
import { mutateText, pick, type TextMutation, textMutation } from '../mutations.js'
import { outcomeOf } from '../outcome.js'
import { NOW, PLAINTEXTS, SECRET } from '../specimens.js'
import { require, type Target } from '../target.js'

interface ClaimsRecipe {
  readonly specimen: number
  readonly text: readonly TextMutation[]
  readonly patch: Readonly<Record<string, unknown>>
}

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.constantFrom(2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53, NOW, '1', null)
)

export const claims: Target<ClaimsRecipe> = {
  name: 'claims',
  surface: 'the plaintext of a token, against a reader of its own',
  inputs: fc.record({
    specimen: fc.nat(100_000),
    text: fc.array(textMutation, { maxLength: 3 }),
    patch: fc.dictionary(fc.constantFrom('app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload', 'x'), value, {
      maxKeys: 2,
      noNullPrototype: true
    })
  }),
  async attack({ specimen, text, patch }) {
    const base = pick(PLAINTEXTS, specimen)
    const patched = Object.keys(patch).length === 0 ? base : JSON.stringify({ ...JSON.parse(base), ...patch })
    const plaintext = mutateText(patched, text, PLAINTEXTS)
    const expected = read(plaintext)
    const expire = expected?.expire ?? 0
    const token = await sealToken04(plaintext, { serverSecret: SECRET, mode: 'gcm', iv: new Uint8Array(12), expire })
    const now = () => Math.min(Math.max(0, expected?.ctime ?? 0), 99_999_999_999)
    const outcome = await outcomeOf(() => verifyToken04(token, { serverSecret: SECRET, now, validatePayload: false }))
    if (expected === undefined) {
      require('error' in outcome && outcome.error.code === 'INVALID_CLAIMS', 'what is no claims is refused as such')
    } else if (expected.expire > now() && expected.ctime <= now()) {
      require('value' in outcome, 'claims of the right types are accepted')
      require(JSON.stringify(outcome.value.claims) === JSON.stringify(expected), 'claims are read as they are written')
    } else {
      require('error' in outcome &&
        ['EXPIRED', 'NOT_YET_VALID'].includes(outcome.error.code), 'claims out of their time are refused for that')
    }
  }
}

interface Read {
  app_id: number
  user_id: string
  nonce: number
  ctime: number
  expire: number
  payload: string
}

// the specification, section 4, written down once more
function read(plaintext: string): Read | undefined {
  // an unpaired surrogate is written as U+FFFD
  const text = Buffer.from(plaintext)
    .toString()
    .replace(/^\ufeff/, '')
  let object: Record<string, unknown>
  try {
    object = JSON.parse(text)
  } catch {
    return undefined
  }
  if (object === null || typeof object !== 'object' || Array.isArray(object)) return undefined
  const own = (key: string) => (Object.hasOwn(object, key) ? object[key] : undefined)
  const integer = (key: string, min: number, max: number) => {
    const number = own(key)
    return typeof number === 'number' && Math.floor(number) === number && number >= min && number <= max
  }
  const safe = Number.MAX_SAFE_INTEGER
  const isRight =
    integer('app_id', 0, 4294967295) &&
    integer('nonce', -2147483648, 2147483647) &&
    integer('ctime', -safe, safe) &&
    integer('expire', -safe, safe)
  const payload = own('payload') ?? ''
  if (!isRight || typeof own('user_id') !== 'string' || typeof payload !== 'string') return undefined
  const { app_id, user_id, nonce, ctime, expire } = object as unknown as Read
  return { app_id, user_id, nonce, ctime, expire, payload }
}
