import type { GenerateForm } from '../logic/generate-form.js'
import { type Expected, NOTHING_EXPECTED } from '../logic/question.js'
import type { State } from './state.js'

/** Hands a token that was made here to the other views, with what they need to look into it. */
export function showGenerated(form: GenerateForm, token: string): Partial<State> {
  return { token, serverSecret: form.serverSecret, expected: expectedOf(form), sample: '', clockOffset: 0 }
}

/** What a token of this form is for. */
export function expectedOf({ appId, userId, kind, roomId }: GenerateForm): Expected {
  return { ...NOTHING_EXPECTED, appId, userId, roomId: kind === 'privilege' ? roomId : '' }
}
