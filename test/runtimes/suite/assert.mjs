// Assertions that need nothing of the platform: the suite runs where there is neither node:assert nor a test framework.

/** Fails unless both are of the same value, all the way down. */
export function equal(actual, expected, what = 'the value') {
  if (!same(actual, expected)) throw new Error(`${what} should be ${show(expected)}; found ${show(actual)}`)
}

/** Fails unless the object has these fields with these values; it may have others. */
export function contains(actual, fields) {
  for (const [name, value] of Object.entries(fields)) equal(actual?.[name], value, name)
}

export function ok(condition, what) {
  if (!condition) throw new Error(`not so: ${what}`)
}

/** The error that a call throws or rejects with. It must be a Token04Error, and it must hold no secret. */
export async function refusal(call, { Token04Error }) {
  let result
  try {
    result = await call()
  } catch (error) {
    ok(error instanceof Token04Error && error instanceof Error, `a Token04Error was thrown: ${error}`)
    ok(!`${error.stack}${JSON.stringify(error)}`.includes(SECRET), 'the error does not hold the secret')
    return error
  }
  throw new Error(`was not refused: ${show(result)}`)
}

/** The ServerSecret of ZEGO's own examples. */
export const SECRET = 'fa94dd0f974cf2e293728a526b028271'

function same(a, b) {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
}

function show(value) {
  const text = value instanceof Error ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
