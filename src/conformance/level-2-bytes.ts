import { parseJson } from '../token/claims.js'
import { type Check, failed, judge, PASSED, type Verdict, whyNot } from './check.js'
import { nameBugs } from './name-bugs.js'
import { openToken, resealToken } from './open-token.js'
import { quote, type Started } from './protocol.js'
import { sameClaims } from './same-claims.js'
import type { GenerateVector, Vectors } from './vectors.js'

/**
 * Level 2: exact bytes. A port that names the assistant whose JSON it writes must give that assistant's token. Any other is free
 * in how it writes JSON, so its token is right when it holds the claims and is sealed exactly as that text has to be.
 */
export function bytesChecks({ generate }: Vectors, started: Started): Check[] {
  const { flavour } = started
  if (flavour === undefined) return distinctInputs(generate).map((vector) => bytesCheck(vector, started, judgeSealing))
  return generate.filter(({ flavours }) => flavours.includes(flavour)).map((vector) => bytesCheck(vector, started, judgeToken))
}

function bytesCheck(
  vector: GenerateVector,
  started: Started,
  judgeAnswer: (token: string, vector: GenerateVector) => Verdict
): Check {
  const { id, flags, comment, input } = vector
  const skip = whyNot(started, 'generate-fixed', input.mode)
  return {
    ...{ id, level: 2, file: 'generate', flags, comment, skip },
    async run(port) {
      const reply = await port.ask({ op: 'generate-fixed', input: { ...input } })
      return judge(reply, 'exactly one token', (answer) => ('token' in answer ? judgeAnswer(answer.token, vector) : undefined))
    }
  }
}

/** Vectors of one input differ in the text that assistants make of it: one of each input is enough. */
function distinctInputs(vectors: readonly GenerateVector[]): GenerateVector[] {
  const byInput = new Map<string, GenerateVector>()
  for (const vector of vectors) {
    const key = JSON.stringify(vector.input)
    const first = byInput.get(key) ?? vector
    byInput.set(key, { ...first, flags: [...new Set([...first.flags, ...vector.flags])] })
  }
  return [...byInput.values()]
}

function judgeToken(token: string, { input, plaintext, token: expected }: GenerateVector): Verdict {
  if (token === expected) return PASSED
  const bugs = nameBugs(token, input.serverSecret, input.mode)
  const opened = openToken(token, input.serverSecret)
  if (typeof opened === 'string') return failed('exactly one token', opened, bugs)
  if (opened.plaintext === plaintext)
    return failed('exactly one token', `the right plaintext ${sealedWrong(token, expected)}`, bugs)
  return failed(...firstDifference(plaintext, opened.plaintext), bugs)
}

function judgeSealing(token: string, { input }: GenerateVector): Verdict {
  const { claims, serverSecret, mode, iv } = input
  const bugs = nameBugs(token, serverSecret, mode)
  const opened = openToken(token, serverSecret)
  if (typeof opened === 'string') return failed('exactly these claims', opened, bugs)
  if (!sameClaims(parseJson(opened.plaintext), claims)) {
    return failed(`the claims ${quote(JSON.stringify(claims), 200)}`, quote(opened.plaintext, 200), bugs)
  }
  const expected = resealToken(opened.plaintext, { serverSecret, mode, iv, expire: claims.expire })
  return token === expected
    ? PASSED
    : failed('exactly one token of that plaintext', `one ${sealedWrong(token, expected)}`, bugs)
}

function sealedWrong(token: string, expected: string): string {
  const [found, right] = [token, expected].map((text) => Buffer.from(text.slice(2), 'base64')) as [Buffer, Buffer]
  let at = 0
  while (found[at] === right[at]) at++
  return `in an envelope of ${found.length} bytes instead of ${right.length}, other from byte ${at}`
}

function firstDifference(expected: string, found: string): [string, string] {
  let at = 0
  while (expected[at] === found[at]) at++
  const excerpt = (text: string) => quote(text.slice(Math.max(0, at - 12), at + 24))
  return [`plaintext with ${excerpt(expected)} around character ${at}`, excerpt(found)]
}
