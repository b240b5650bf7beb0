import type { Language } from 'zego-token04/dev-browser'
import type { GenerateForm } from '../logic/generate-form.js'
import { type Expected, NOTHING_EXPECTED } from '../logic/question.js'
import type { SampleId } from '../samples/sample.js'

export const VIEWS = ['generate', 'inspect', 'diagnose', 'privileges'] as const
export type View = (typeof VIEWS)[number]
export type Theme = 'auto' | 'light' | 'dark'

/** All that the page knows. It is kept in memory only, and is gone with the page. */
export interface State {
  readonly language: Language
  readonly theme: Theme
  readonly view: View
  readonly form: GenerateForm
  /** What is looked at. A sample may pass what is no text. */
  readonly token: unknown
  readonly serverSecret: unknown
  readonly expected: Expected
  /** The sample that is shown, or none. */
  readonly sample: SampleId | ''
  /** What the clock of the page is ahead of the real one, in seconds. */
  readonly clockOffset: number
}

const FORM: GenerateForm = {
  appId: '1234567890',
  userId: 'demo',
  // of ZEGO's own examples
  serverSecret: 'fa94dd0f974cf2e293728a526b028271',
  effectiveTimeInSeconds: '3600',
  mode: 'gcm',
  kind: 'privilege',
  roomId: 'demo',
  canLogin: true,
  canPublish: false,
  streamIds: '',
  isKit: false,
  userName: 'Demo'
}

/** What the views look at when there is nothing to look at. */
export const NOTHING_SHOWN = { token: '', serverSecret: '', expected: NOTHING_EXPECTED, sample: '', clockOffset: 0 } as const

/** The page as it opens. */
export function initialState(language: Language): State {
  return { language, theme: 'auto', view: 'generate', form: FORM, ...NOTHING_SHOWN }
}
