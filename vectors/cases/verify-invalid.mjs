// Tokens that a reader must refuse, and the code that says why.
import { expectations, options, payloads, times } from './refused/checks.mjs'
import { claimTypes, plaintexts } from './refused/claims.mjs'
import { keys, paddings, tampered } from './refused/encryption.mjs'
import { envelopes, lengths, truncations } from './refused/envelopes.mjs'
import { texts } from './refused/texts.mjs'
import { inBoth, NOW, SECRET } from './seal.mjs'

const ZEGO_CODES = {
  MALFORMED_TOKEN: 1102016,
  UNSUPPORTED_VERSION: 1002079,
  DECRYPTION_FAILED: 1002033,
  INVALID_PAYLOAD: 1002075,
  EXPIRED: 1002078,
  EXPIRE_MISMATCH: 1002078,
  APP_ID_MISMATCH: 1002076,
  USER_ID_MISMATCH: 1002077,
  app_id: 1002076,
  user_id: 1002077,
  nonce: 1002080,
  expire: 1002078,
  payload: 1002075
}

/** The cases of verify-invalid.json. An entry: name, flags, what it tests, the input, the code, the claim at fault. */
export function verifyInvalidCases() {
  const entries = [
    ...texts(),
    ...inBoth(truncations),
    ...inBoth(lengths),
    ...envelopes(),
    ...keys(),
    ...inBoth(tampered),
    ...paddings(),
    ...plaintexts(),
    ...claimTypes(),
    ...times(),
    ...expectations(),
    ...payloads(),
    ...options()
  ]
  return entries.map(([name, flags, comment, input, code, claim]) => {
    const zegoCode = ZEGO_CODES[claim ?? code]
    return {
      id: `refuse-token-${name}`,
      comment,
      flags,
      input: { serverSecret: SECRET, now: NOW + 1, ...(typeof input === 'string' ? { token: input } : input) },
      result: 'invalid',
      error: { code, ...(zegoCode === undefined ? {} : { zegoCode }), ...(claim === undefined ? {} : { claim }) }
    }
  })
}
