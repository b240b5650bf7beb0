import type { VerifiedToken04 } from '../types.js'
import { type Check, failed, judge, judgeRefusal, PASSED, type Verdict, whyNot } from './check.js'
import { nameBugs } from './name-bugs.js'
import { ORDINARY_INPUT } from './ordinary-input.js'
import type { Started } from './protocol.js'
import { randomnessChecks } from './randomness.js'
import { readToken } from './read-token.js'
import type { LiveVector, Vectors } from './vectors.js'

/**
 * Level 1: tokens made now are decrypted and checked, and bad input is refused. It asks for no more than an official assistant
 * behind a small wrapper can give, so the codes of refusals are compared only for ports that aim higher.
 */
export function liveChecks(vectors: Vectors, started: Started, comparesCodes: boolean): Check[] {
  const withPayload = <T extends { readonly input: object }>(vector: T) => ({
    ...vector,
    input: { ...ORDINARY_INPUT, mode: started.modes[0] as 'cbc' | 'gcm', ...vector.input }
  })
  return [
    ...vectors.generateLive.map((vector) => liveCheck('generate-live', vector, started)),
    ...randomnessChecks(started),
    ...vectors.generateInvalid.map((vector) => refusalCheck('generate-invalid', vector, started, comparesCodes)),
    ...vectors.payloadValid.map((vector) => liveCheck('payload-valid', withPayload(vector), started)),
    ...vectors.payloadInvalid.map((vector) => refusalCheck('payload-invalid', withPayload(vector), started, comparesCodes))
  ]
}

function liveCheck(file: string, vector: LiveVector, started: Started): Check {
  const { id, flags, comment, input } = vector
  const skip = whyNot(started, 'generate', input.mode)
  return {
    ...{ id, level: 1, file, flags, comment, skip },
    async run(port) {
      const before = Date.now()
      const reply = await port.ask({ op: 'generate', input })
      const after = Date.now()
      return judge(reply, 'a token', (answer) =>
        'token' in answer ? judgeToken(answer.token, input, { before, after }) : undefined
      )
    }
  }
}

function refusalCheck(
  file: string,
  vector: Vectors['generateInvalid'][number],
  started: Started,
  comparesCodes: boolean
): Check {
  const { id, flags, comment, input, error } = vector
  const skip = whyNot(started, 'generate', input.mode)
  return {
    ...{ id, level: 1, file, flags, comment, skip },
    run: async (port) => judgeRefusal(await port.ask({ op: 'generate', input }), error, comparesCodes)
  }
}

interface Window {
  readonly before: number
  readonly after: number
}

function judgeToken(token: string, input: LiveVector['input'], window: Window): Verdict {
  const { serverSecret, mode = 'gcm' } = input
  const bugs = nameBugs(token, serverSecret, mode)
  let verified: VerifiedToken04
  try {
    verified = readToken(token, serverSecret)
  } catch (error) {
    return failed('a token that can be read', `one that is refused: ${(error as Error).message}`, bugs)
  }
  for (const [what, expected, actual] of expectations(verified, input)) {
    if (actual !== expected) {
      return failed(`${what} ${JSON.stringify(expected)}`, `${JSON.stringify(actual)}`, bugs)
    }
  }
  const { ctime } = verified.claims
  const earliest = Math.floor((window.before - COARSE_CLOCK_MS) / 1000)
  const latest = Math.floor(window.after / 1000)
  if (ctime >= earliest && ctime <= latest) return PASSED
  const flag = ctime > latest ? 'CtimeInFuture' : 'UnixTimestamp'
  return failed(`claim ctime within the call, ${earliest} to ${latest}`, `${ctime}`, [...bugs, flag])
}

function expectations({ claims, mode }: VerifiedToken04, input: LiveVector['input']): [string, unknown, unknown][] {
  return [
    ['mode', input.mode ?? 'gcm', mode],
    ['claim app_id', input.appId, claims.app_id],
    ['claim user_id', input.userId, claims.user_id],
    ['claim payload', input.payload ?? '', claims.payload],
    ['claim expire, which is ctime and the validity,', claims.ctime + input.effectiveTimeInSeconds, claims.expire]
  ]
}

// time(2) may still tell the second that ended a kernel tick ago
const COARSE_CLOCK_MS = 50
