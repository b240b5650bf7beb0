import * as node from '../../src/crypto/node.js'
import { importServerSecret, keyMaterial } from '../../src/crypto/server-secret.js'
import * as web from '../../src/crypto/webcrypto.js'
import { decodeToken04, verifyToken04 } from '../../src/index.js'
import { verifyToken04Sync } from '../../src/sync.js'
import { type MutatedToken, mutatedToken, mutateToken } from '../mutations.js'
import { outcomeOf, shown } from '../outcome.js'
import { NOW, OTHER_SECRET, SECRET, TOKENS } from '../specimens.js'
import { require, type Target } from '../target.js'

const originals = new Set(TOKENS)
const material = keyMaterial(importServerSecret(SECRET))

export const verify: Target<MutatedToken> = {
  name: 'verify',
  surface: 'verifyToken04 and verifyToken04Sync, on tokens of the vectors that were changed, cut and spliced',
  inputs: mutatedToken,
  async attack(recipe) {
    const token = mutateToken(recipe, TOKENS)
    const options = { serverSecret: [OTHER_SECRET, SECRET], now: () => NOW }
    const verified = await outcomeOf(() => verifyToken04(token, options))
    const inSync = await outcomeOf(() => verifyToken04Sync(token, options))
    require(shown(verified) === shown(inSync), 'verifyToken04 and verifyToken04Sync agree')
    await agreeOnBackends(token)
    if (!('value' in verified)) return
    const { mode, authenticated, claims, payload } = verified.value
    require(authenticated === (mode === 'gcm'), 'only GCM is authenticated')
    require(mode === 'cbc' || originals.has(token) || wasMade(token), 'no GCM token is accepted but those that were made')
    require(claims.expire > NOW && claims.ctime <= NOW, 'a token is accepted in its time only')
    require((payload === null) === (claims.payload === ''), 'a payload is parsed where there is one')
  }
}

// some vectors are right tokens with something behind them, which a mutation may have cut off
function wasMade(token: string): boolean {
  const { iv, ciphertext } = decodeToken04(token)
  return TOKENS.some((original) => {
    const bytes = Buffer.from(original.slice(2), 'base64')
    return bytes.includes(Buffer.from(iv)) && bytes.includes(Buffer.from(ciphertext))
  })
}

async function agreeOnBackends(token: string): Promise<void> {
  const decoded = await outcomeOf(() => decodeToken04(token))
  if (!('value' in decoded)) return
  const { mode, iv, ciphertext } = decoded.value
  const args = [material, mode, iv as Uint8Array<ArrayBuffer>, ciphertext as Uint8Array<ArrayBuffer>] as const
  const byNode = node.decrypt(...args)
  const byWeb = await web.decrypt(...args)
  require(byNode?.join() === byWeb?.join(), 'the two backends decrypt alike')
}
