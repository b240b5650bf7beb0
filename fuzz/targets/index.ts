import type { Target } from '../target.js'
import { claims } from './claims.js'
import { conformance } from './conformance.js'
import { decode } from './decode.js'
import { diagnose } from './diagnose.js'
import { generate } from './generate.js'
import { http } from './http.js'
import { kitToken } from './kit-token.js'
import { payload } from './payload.js'
import { verify } from './verify.js'

/** Every surface under attack. */
// biome-ignore lint/suspicious/noExplicitAny: each target has inputs of its own
export const TARGETS: readonly Target<any>[] = [
  decode,
  verify,
  claims,
  payload,
  generate,
  diagnose,
  kitToken,
  conformance,
  http
]
