import { randomFill } from '#backend'
import type { Bytes } from './backend.js'

// a call of the CSPRNG costs more than the cipher, so bytes are drawn for many tokens at once
const POOL_BYTES = 4096
let pool: Bytes | undefined
let position = 0
let filledAt = 0

/**
 * Fresh bytes from the platform's CSPRNG: a view of bytes that are handed out once. A pool is filled once and then replaced, since
 * its views live on in tokens that are still being encrypted. What is left in it is thrown away after a second: a process that was
 * frozen and cloned does not go on with bytes that its twin has too.
 */
export function randomBytes(length: number): Bytes {
  const second = Math.floor(Date.now() / 1000)
  if (pool === undefined || position + length > POOL_BYTES || filledAt !== second) {
    pool = new Uint8Array(POOL_BYTES)
    randomFill(pool)
    position = 0
    filledAt = second
  }
  const start = position
  position += length
  return pool.subarray(start, position)
}
