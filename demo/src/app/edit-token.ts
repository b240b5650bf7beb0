import { NOTHING_EXPECTED } from '../logic/question.js'
import { expectedOf } from './show-generated.js'
import { NOTHING_SHOWN, type State } from './state.js'

/**
 * What an edit of the token changes. While it is altered, all else stays. Another text loses what came with the token before it: the
 * secret and the time of a sample, or whom the token that was made here is for.
 */
export function editToken(state: State, text: string): Partial<State> {
  if (isAltered(state.token, text)) return { token: text }
  if (state.sample !== '') return { ...NOTHING_SHOWN, token: text }
  return isAsGenerated(state) ? { token: text, expected: NOTHING_EXPECTED } : { token: text }
}

// nobody has touched it since
function isAsGenerated({ expected, form }: State): boolean {
  return JSON.stringify(expected) === JSON.stringify(expectedOf(form))
}

// at least half of it is still there, before and behind the edit
function isAltered(before: unknown, after: string): boolean {
  if (typeof before !== 'string' || before === '') return false
  const longest = Math.min(before.length, after.length)
  let start = 0
  while (start < longest && before[start] === after[start]) start++
  let end = 0
  while (end < longest - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return start + end >= before.length / 2
}
