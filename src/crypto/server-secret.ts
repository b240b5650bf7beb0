import { toUtf8 } from '../encoding/utf8.js'
import { Token04Error } from '../errors.js'
import type { ServerSecret } from '../types.js'
import { check } from '../validation/check.js'
import { serverSecret as serverSecretSchema } from '../validation/compiled.js'
import { describe } from '../validation/describe.js'

/** What is known of a ServerSecret. The bytes are behind a function, so that no inspection prints them. */
export interface KeyMaterial {
  readonly bytes: () => Uint8Array<ArrayBuffer>
  /** Keys that the backends have made of it. */
  readonly keys: Map<string, unknown>
}

/**
 * Checks a ServerSecret once and keeps it ready for use: faster than passing the text each time, and safe to print.
 *
 * The secret is 32 bytes of UTF-8, used as they are; it is not hex-decoded. What is returned works in every entry point of
 * the package, in its ES module and its CommonJS build.
 *
 * @throws {@link Token04Error} `INVALID_SERVER_SECRET`
 *
 * @example
 * ```ts
 * import { importServerSecret } from 'zego-token04'
 *
 * const serverSecret = importServerSecret('fa94dd0f974cf2e293728a526b028271') // from the environment, in an app
 * String(serverSecret) // => 'ServerSecret(redacted)'
 * ```
 */
export function importServerSecret(secret: string | undefined): ServerSecret {
  checkServerSecret(secret)
  const handle: object = Object.freeze(Object.create(REDACTED))
  vault().set(handle, { bytes: () => toUtf8(secret), keys: new Map() })
  return handle as ServerSecret
}

/** Key material for what a caller passes as `serverSecret`. */
export function keyMaterial(secret: unknown): KeyMaterial {
  const isHandle = typeof secret === 'object' && secret !== null
  const material = vault().get(isHandle ? secret : recentlyImported(secret as string))
  if (material === undefined) {
    throw new Token04Error(
      'INVALID_SERVER_SECRET',
      `serverSecret must be a string of 32 bytes or what importServerSecret() returned; found ${describe(secret)} that is neither.`
    )
  }
  return material
}

// callers who pass the text each time still get their key made once
const MAX_RECENT = 16
const recent = new Map<string, ServerSecret>()

function recentlyImported(secret: string): ServerSecret {
  let handle = recent.get(secret)
  if (handle === undefined) {
    handle = importServerSecret(secret)
    if (recent.size === MAX_RECENT) recent.clear()
    recent.set(secret, handle)
  }
  return handle
}

function checkServerSecret(secret: unknown): asserts secret is string {
  if (typeof secret === 'string' && /^[0-9a-fA-F]{64}$/.test(secret)) {
    throw new Token04Error(
      'INVALID_SERVER_SECRET',
      'serverSecret must be 32 bytes; found 64 hexadecimal digits, which look like the AppSign. Use the ServerSecret of the project in the ZEGO console.'
    )
  }
  if (secret === undefined || secret === null || secret === 'undefined' || secret === 'null') {
    throw new Token04Error(
      'INVALID_SERVER_SECRET',
      `serverSecret is ${typeof secret === 'string' ? `the text "${secret}"` : secret}: the variable it is read from is probably not set.`
    )
  }
  check(serverSecretSchema, secret, 'INVALID_SERVER_SECRET', 'serverSecret')
}

const REDACTED = {
  [Symbol.toStringTag]: 'ServerSecret',
  toString: () => 'ServerSecret(redacted)',
  toJSON: () => 'ServerSecret(redacted)',
  [Symbol.for('nodejs.util.inspect.custom')]: () => 'ServerSecret(redacted)'
}

// one vault a process, so that copies of the library know each other's secrets
const VAULT = Symbol.for('zego-token04.vault')

function vault(): WeakMap<object, KeyMaterial> {
  const holder = globalThis as { [VAULT]?: WeakMap<object, KeyMaterial> }
  const existing = holder[VAULT]
  if (existing !== undefined) return existing
  const created = new WeakMap<object, KeyMaterial>()
  Object.defineProperty(holder, VAULT, { value: created })
  return created
}
