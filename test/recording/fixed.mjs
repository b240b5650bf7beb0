// Loaded before the command, so that it prints the same each time: the clock stands, and random bytes are the same ones again.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

Date.now = () => Date.UTC(2026, 0, 31, 12)
crypto.randomFillSync = (bytes) => {
  bytes.set(crypto.createHash('shake256', { outputLength: bytes.length }).update('recording').digest())
  return bytes
}
syncBuiltinESMExports()
