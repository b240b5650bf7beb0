import fc from 'fast-check'
import { generateToken04Sync, verifyToken04Sync } from '../../src/sync.js'
import { mutateText, pick, type TextMutation, textMutation } from '../mutations.js'
import { outcomeOf } from '../outcome.js'
import { PAYLOADS, SECRET } from '../specimens.js'
import { require, type Target } from '../target.js'

type PayloadRecipe = { readonly value: unknown } | { readonly specimen: number; readonly text: readonly TextMutation[] }

const id = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 140 }),
  fc
    .tuple(fc.constantFrom('a', '\u00e9', '\u4e2d', '\u{1f600}'), fc.nat(260))
    .map(([character, times]) => character.repeat(times)),
  fc.jsonValue({ maxDepth: 0 })
)
const bit = fc.oneof(fc.constantFrom(0, 1, -0, 2, true, '1', null), fc.double())
const shaped = fc.record(
  {
    room_id: id,
    privilege: fc.oneof(
      fc.dictionary(fc.constantFrom('1', '2', '3', '01', ''), bit, { maxKeys: 3, noNullPrototype: true }),
      fc.jsonValue({ maxDepth: 1 })
    ),
    stream_id_list: fc.oneof(fc.constant(null), fc.array(id, { maxLength: 3 }), fc.jsonValue({ maxDepth: 1 })),
    extra: fc.constant(1)
  },
  { requiredKeys: [], noNullPrototype: true }
)

export const payload: Target<PayloadRecipe> = {
  name: 'payload',
  surface: 'the payload schema, against an oracle written by hand, as object and as text',
  inputs: fc.oneof(
    fc.record(
      { value: fc.oneof(shaped, fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value ?? null))) },
      { noNullPrototype: true }
    ),
    fc.record({ specimen: fc.nat(100_000), text: fc.array(textMutation, { maxLength: 3 }) }, { noNullPrototype: true })
  ),
  async attack(recipe) {
    const text =
      'value' in recipe ? JSON.stringify(recipe.value) : mutateText(pick(PAYLOADS, recipe.specimen), recipe.text, PAYLOADS)
    await check(text, text)
    if ('value' in recipe && typeof recipe.value !== 'string') await check(recipe.value, text)
  }
}

async function check(given: unknown, text: string): Promise<void> {
  const options = { appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 60, payload: given as string }
  const outcome = await outcomeOf(() => generateToken04Sync(options))
  if (text === '') return require('value' in outcome, 'an empty payload is that of a basic token')
  const isValid = isPayload(text)
  if ('error' in outcome) {
    const code = outcome.error.code
    return require(code === 'TOKEN_TOO_LARGE' ||
      (code === 'INVALID_PAYLOAD' && !isValid), 'the oracle refuses what the schema refuses')
  }
  require(isValid, 'the schema refuses what the oracle refuses')
  const verified = verifyToken04Sync(outcome.value, { serverSecret: SECRET })
  require(JSON.stringify(sorted(verified.payload)) ===
    JSON.stringify(sorted(JSON.parse(text))), 'the payload that is read is the one that was written')
}

// the specification, section 5, written down once more
function isPayload(text: string): boolean {
  let value: Record<string, unknown>
  try {
    value = JSON.parse(text)
  } catch {
    return false
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  if (Object.keys(value).some((key) => !['room_id', 'privilege', 'stream_id_list'].includes(key))) return false
  const { room_id, privilege, stream_id_list = null } = value
  const isText = (id: unknown): id is string => typeof id === 'string' && id !== '' && !/\p{Surrogate}/u.test(id)
  if (!isText(room_id) || Buffer.byteLength(room_id) > 128) return false
  if (typeof privilege !== 'object' || privilege === null || Array.isArray(privilege)) return false
  const entries = Object.entries(privilege)
  if (entries.length === 0 || entries.some(([key, bit]) => !/^[12]$/.test(key) || (bit !== 0 && bit !== 1))) return false
  if (stream_id_list === null) return true
  return Array.isArray(stream_id_list) && stream_id_list.every((stream) => isText(stream) && [...stream].length <= 256)
}

function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
}
