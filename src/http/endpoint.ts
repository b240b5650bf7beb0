import { MAX_BODY_BYTES } from '../validation/compiled.js'
import { type Answer, jsonAnswer, optionsAnswer, refusalAnswer } from './answer.js'
import type { Call } from './call.js'
import { findUser } from './find-user.js'
import { issueToken } from './issue-token.js'
import { Refusal, toRefusal } from './refusal.js'
import { readSettings, type Settings } from './settings.js'
import type { TimeLimit, TimeLimiter } from './time-limit.js'
import type { TokenHandlerOptions } from './types.js'

/** A token endpoint: answers every call, and never rejects. */
export function createEndpoint(options: TokenHandlerOptions, limit: TimeLimiter): (call: Call) => Promise<Answer> {
  const settings = readSettings(options)
  const limitBody = limit(settings.bodyTimeoutInSeconds, 'BODY_TIMEOUT')
  const limitAuthenticate = limit(settings.authenticateTimeoutInSeconds, 'AUTHENTICATION_TIMEOUT')
  return async (call) => {
    const origin = call.header('origin')
    if (call.method === 'OPTIONS') return optionsAnswer(settings.cors.preflight(origin))
    const headers = settings.cors.answer(origin)
    let request: Request | undefined
    try {
      if (call.method !== 'POST') throw new Refusal('METHOD_NOT_ALLOWED')
      request = call.toRequest(await readBody(call, limitBody))
      return jsonAnswer(200, await issueToken(await findUser(request, call, settings, limitAuthenticate), settings), headers)
    } catch (error) {
      const refusal = toRefusal(error)
      report(refusal, () => request ?? call.toRequest(NO_BODY), settings)
      return refusalAnswer(refusal, headers)
    }
  }
}

const NO_BODY = new Uint8Array(0)

function readBody(call: Call, limit: TimeLimit): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(call.header('content-length')) > MAX_BODY_BYTES) throw new Refusal('BODY_TOO_LARGE')
  return limit(call.readBody(MAX_BODY_BYTES))
}

/** Tells the server's own people what the caller is not told. Whatever becomes of that, the answer does not wait for it. */
function report(refusal: Refusal, request: () => Request, { onError }: Settings): void {
  if (refusal.cause === undefined && refusal.status < 500) return
  const tell = async () => onError(refusal.cause ?? refusal, request())
  tell().catch(() => {})
}
