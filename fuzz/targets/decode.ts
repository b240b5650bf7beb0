import { decodeToken04, secondsUntilRenewal } from '../../src/index.js'
import { type MutatedToken, mutatedToken, mutateToken } from '../mutations.js'
import { outcomeOf } from '../outcome.js'
import { NOW, TOKENS } from '../specimens.js'
import { require, type Target } from '../target.js'

export const decode: Target<MutatedToken> = {
  name: 'decode',
  surface: 'decodeToken04, secondsUntilRenewal',
  inputs: mutatedToken,
  async attack(recipe) {
    const token = mutateToken(recipe, TOKENS)
    const decoded = await outcomeOf(() => decodeToken04(token))
    const wait = await outcomeOf(() => secondsUntilRenewal(token, { now: () => NOW }))
    require('value' in decoded === 'value' in wait, 'both read a token, or neither does')
    if (!('value' in decoded) || !('value' in wait)) return
    const { expire, mode, iv, ciphertext } = decoded.value
    require(Number.isSafeInteger(expire), 'the expiry is exact')
    require(wait.value === Math.max(0, expire - 30 - NOW), 'the wait follows from the expiry')
    require(iv.length === (mode === 'gcm' ? 12 : 16), 'the IV has the length of its mode')
    const spellings = mode === 'gcm' ? [[1]] : [[], [0]]
    const texts = spellings.map((tail) => spell(expire, iv, ciphertext, tail))
    require(texts.includes(token), 'a token has one spelling, but for the mode byte of CBC')
  }
}

// written anew, byte by byte
function spell(expire: number, iv: Uint8Array, ciphertext: Uint8Array, tail: number[]): string {
  const bytes = Buffer.alloc(12 + iv.length + ciphertext.length + tail.length)
  bytes.writeBigInt64BE(BigInt(expire))
  bytes.writeUInt16BE(iv.length, 8)
  bytes.set(iv, 10)
  bytes.writeUInt16BE(ciphertext.length, 10 + iv.length)
  bytes.set(ciphertext, 12 + iv.length)
  bytes.set(tail, 12 + iv.length + ciphertext.length)
  return `04${bytes.toString('base64')}`
}
