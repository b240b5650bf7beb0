import { Token04Error } from '../errors.js'
import { describe, describeKey } from './describe.js'
import { reading } from './reading.js'

/**
 * Copies the caller's options into a fresh object, reading each once, so that nothing changes between its check and its use.
 * `absent` names every known option as undefined: an own field, which a polluted prototype cannot fill.
 */
export function readOptions<T extends object>(options: unknown, absent: T, name = 'options'): T {
  if (typeof options !== 'object' || options === null) {
    throw new Token04Error('INVALID_OPTION', `${name} must be an object; found ${describe(options)}.`)
  }
  const copy: T = reading(name, 'INVALID_OPTION', () => ({ ...absent, ...options }))
  const keys = Object.keys(copy)
  // the copy has all known fields, so that only an unknown one makes it longer
  if (keys.length > Object.keys(absent).length) {
    const unknown = keys.find((key) => !Object.hasOwn(absent, key)) as string
    throw new Token04Error('INVALID_OPTION', `${name} has an unknown field ${describeKey(unknown)}; leave it out.`)
  }
  return copy
}
