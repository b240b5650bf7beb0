import { Token04Error } from '../src/index.js'
import { require } from './target.js'

export type Outcome<T> = { readonly value: T } | { readonly error: Token04Error }

/** What a call gives or throws; anything thrown but a `Token04Error` breaks the first invariant. */
export async function outcomeOf<T>(call: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await call() }
  } catch (error) {
    require(isToken04Error(error), `only Token04Error is thrown, not ${describe(error)}`)
    return { error: error as Token04Error }
  }
}

/** An outcome as text, to compare two. */
export function shown(outcome: Outcome<unknown>): string {
  return 'value' in outcome
    ? JSON.stringify(outcome.value, bytesAsHex)
    : JSON.stringify({ ...outcome.error, message: outcome.error.message })
}

function isToken04Error(error: unknown): boolean {
  return error instanceof Token04Error
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

function bytesAsHex(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
}
