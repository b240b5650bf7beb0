import { decodeToken04 } from '../token/decode.js'
import { type Check, judge, judgeRefusal, PASSED, whyNot } from './check.js'
import { quote, type Started } from './protocol.js'
import { sameClaims } from './same-claims.js'
import type { InvalidVector, ReadVector, Vectors } from './vectors.js'

/** Level 3: a port reads tokens, odd but legal ones too, and refuses all others for the right reason. */
export function readingChecks({ verifyValid, verifyInvalid }: Vectors, started: Started): Check[] {
  return [
    ...verifyValid.map((vector) => validCheck(vector, started)),
    ...verifyInvalid.map((vector) => invalidCheck(vector, started))
  ]
}

function validCheck({ id, flags, comment, input, claims, mode }: ReadVector, started: Started): Check {
  const skip = whyNot(started, 'read', mode)
  return {
    ...{ id, level: 3, file: 'verify-valid', flags, comment, skip },
    async run(port) {
      const reply = await port.ask({ op: 'read', input })
      return judge(reply, `claims: ${quote(JSON.stringify(claims), 200)}`, (answer) =>
        'claims' in answer && sameClaims(answer.claims, claims) ? PASSED : undefined
      )
    }
  }
}

function invalidCheck({ id, flags, comment, input, error }: InvalidVector, started: Started): Check {
  const skip = whyNot(started, 'read', modeOf(input.token))
  return {
    ...{ id, level: 3, file: 'verify-invalid', flags, comment, skip },
    run: async (port) => judgeRefusal(await port.ask({ op: 'read', input }), error, true)
  }
}

/** The mode of a token, as far as a token has one. */
function modeOf(token: unknown): string | undefined {
  try {
    return decodeToken04(token as string).mode
  } catch {
    return undefined
  }
}
