import { decodeToken04 } from '../token/decode.js'
import type { Mode } from '../types.js'
import { type Check, failed, PASSED, type Verdict, whyNot } from './check.js'
import { nameBugs } from './name-bugs.js'
import { ORDINARY_INPUT } from './ordinary-input.js'
import type { Port } from './port.js'
import type { Started } from './protocol.js'
import { readToken } from './read-token.js'

/** What only many tokens show: that IVs do not repeat and use every byte value, and that nonces differ. */
export function randomnessChecks(started: Started): Check[] {
  return (['cbc', 'gcm'] as const).flatMap((mode) => {
    const skip = whyNot(started, 'generate', mode)
    // the first check that runs draws for all three
    let drawn: Promise<Draw> | undefined
    const check = (flag: string, name: string, comment: string, judge: (sample: Sample) => Verdict): Check => ({
      ...{ id: `${name}-${mode}`, level: 1, file: 'randomness', flags: [flag], comment, skip },
      async run(port) {
        drawn ??= draw(port, { ...ORDINARY_INPUT, mode })
        const result = await drawn
        return 'status' in result ? result : judge({ tokens: result, mode })
      }
    })
    return [
      check('IvRepeated', 'iv-repeated', `no IV repeats in ${TOKENS} tokens`, judgeRepetition),
      check('IvAlphabet', 'iv-alphabet', `the IVs of ${TOKENS} tokens use every byte value`, judgeAlphabet),
      check('NonceRepeated', 'nonce-repeated', `the nonces of ${TOKENS} tokens differ`, judgeNonces)
    ]
  })
}

type Draw = readonly string[] | Verdict

interface Sample {
  readonly tokens: readonly string[]
  readonly mode: Mode
}

const TOKENS = 1000
// 1,000 of 2^31 nonces collide once in 4,000 runs, and four times practically never
const TOLERATED_COLLISIONS = 3
// 1,000 random bytes take 251 values, give or take 2; and 12,000 leave one of the 256 out once in 10^18 runs
const VALUES_AT_A_POSITION = 200

async function draw(port: Port, input: Readonly<Record<string, unknown>>): Promise<Draw> {
  const expected = `${TOKENS} tokens made in a row`
  const tokens: string[] = []
  while (tokens.length < TOKENS) {
    const reply = await port.ask({ op: 'generate', input })
    if ('skipped' in reply) return { status: 'skipped', reason: reply.skipped }
    if ('problem' in reply) return failed(expected, `after ${tokens.length} the port ${reply.problem}`)
    if (!('token' in reply)) return failed(expected, `no token after ${tokens.length}`)
    tokens.push(reply.token)
  }
  return tokens
}

function judgeRepetition(sample: Sample): Verdict {
  return reading(sample, ivOf, (ivs) => {
    const distinct = new Set(ivs.map(String)).size
    return distinct === ivs.length ? PASSED : failed(`${ivs.length} different IVs`, `${distinct}`)
  })
}

function judgeAlphabet(sample: Sample): Verdict {
  return reading(sample, ivOf, (ivs) => {
    const values = new Set(ivs.flatMap((iv) => [...iv])).size
    if (values < 256) return failed('IVs of all 256 byte values', `${values} of them`)
    const positions = [...(ivs[0] as Uint8Array).keys()].map((at) => new Set(ivs.map((iv) => iv[at])).size)
    const fixed = positions.filter((distinct) => distinct < VALUES_AT_A_POSITION).length
    return fixed === 0 ? PASSED : failed('IVs random in every byte', `${fixed} of ${positions.length} bytes are not`)
  })
}

function judgeNonces(sample: Sample): Verdict {
  return reading(sample, nonceOf, (nonces) => {
    const distinct = new Set(nonces).size
    return nonces.length - distinct <= TOLERATED_COLLISIONS
      ? PASSED
      : failed(`${nonces.length} different nonces`, `${distinct}`)
  })
}

function ivOf(token: string): Uint8Array {
  return decodeToken04(token).iv
}

function nonceOf(token: string): number {
  return readToken(token, ORDINARY_INPUT.serverSecret).claims.nonce
}

function reading<T>({ tokens, mode }: Sample, read: (token: string) => T, judge: (values: readonly T[]) => Verdict): Verdict {
  const values: T[] = []
  for (const token of tokens) {
    try {
      values.push(read(token))
    } catch (error) {
      const bugs = nameBugs(token, ORDINARY_INPUT.serverSecret, mode)
      return failed(`${TOKENS} tokens that can be read`, `one that is refused: ${(error as Error).message}`, bugs)
    }
  }
  return judge(values)
}
