import { randomFill } from '#backend'
import { allocate } from '#base64'
import type { Bytes } from './backend.js'

// a call of the CSPRNG costs more than the cipher, so bytes are drawn for many tokens at once
const POOL_BYTES = 4096
let pool: Bytes | undefined
let position = 0
let filledAt = 0

/**
 * Fresh bytes from the platform's CSPRNG. They are handed out once and wiped from the pool, and what is left in it is thrown away
 * after a second: a process that was frozen and cloned does not go on with bytes that its twin has too.
 */
export function randomBytes(length: number): Bytes {
  const second = Math.floor(Date.now() / 1000)
  if (pool === undefined || position + length > POOL_BYTES || filledAt !== second) {
    pool ??= new Uint8Array(POOL_BYTES)
    randomFill(pool)
    position = 0
    filledAt = second
  }
  const bytes = allocate(length)
  // for so few bytes a loop is cheaper than slice() and fill()
  for (let index = 0; index < length; index++) {
    bytes[index] = pool[position] as number
    pool[position++] = 0
  }
  return bytes
}
