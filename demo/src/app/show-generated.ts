import type { GenerateForm } from '../logic/generate-form.js'
import { NOTHING_EXPECTED } from '../logic/question.js'
import type { State } from './state.js'

/** Hands a token that was made here to the other views, with what they need to look into it. */
export function showGenerated(form: GenerateForm, token: string): Partial<State> {
  const { serverSecret, appId, userId, kind, roomId } = form
  const expected = { ...NOTHING_EXPECTED, appId, userId, roomId: kind === 'privilege' ? roomId : '' }
  return { token, serverSecret, expected, sample: '', clockOffset: 0 }
}
