/** Says what a value is without quoting text, which might be a secret. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty string' : `a string of length ${value.length}`
    case 'number':
      return `the number ${value}`
    case 'boolean':
      return `the boolean ${value}`
    case 'object':
      return isArray(value) ? 'an array' : 'an object'
    default:
      return `a ${typeof value}`
  }
}

function isArray(value: object): boolean {
  try {
    return Array.isArray(value)
  } catch {
    // a revoked proxy
    return false
  }
}

// shorter than a secret, so that a secret used as a key is not quoted
const LONGEST_QUOTED_KEY = 24

/** Quotes a key where it is short and plain. */
export function describeKey(key: string): string {
  return key.length <= LONGEST_QUOTED_KEY && /^\w+$/.test(key) ? `"${key}"` : `with a name of length ${key.length}`
}
