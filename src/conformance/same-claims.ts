import type { Claims } from '../types.js'

/** Whether a value holds these claims and no others. Numbers are compared by value: -0 is 0. */
export function sameClaims(value: unknown, claims: Claims): boolean {
  if (typeof value !== 'object' || value === null) return false
  const entries = Object.entries(claims)
  return (
    Object.keys(value).length === entries.length &&
    entries.every(([name, claim]) => (value as Readonly<Record<string, unknown>>)[name] === claim)
  )
}
