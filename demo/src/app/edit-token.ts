import { NOTHING_SHOWN, type State } from './state.js'

/** What an edit of the token changes. A sample keeps its secret and its time while it is altered, and loses them to another text. */
export function editToken(state: State, text: string): Partial<State> {
  return state.sample === '' || isAltered(state.token, text) ? { token: text } : { ...NOTHING_SHOWN, token: text }
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
