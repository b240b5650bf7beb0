import {
  type GenerateOptions,
  generateKitToken,
  generateToken04,
  type Mode,
  privilegePayload,
  Token04Error
} from 'zego-token04/dev-browser'
import { numberOf } from './question.js'

/** What the form of a new token holds. */
export interface GenerateForm {
  readonly appId: string
  readonly userId: string
  readonly serverSecret: string
  readonly effectiveTimeInSeconds: string
  readonly mode: Mode
  readonly kind: 'basic' | 'privilege'
  readonly roomId: string
  readonly canLogin: boolean
  readonly canPublish: boolean
  /** One a line; none stands for any stream. */
  readonly streamIds: string
  readonly isKit: boolean
  readonly userName: string
}

/** Fields that an error can stand beside. */
export type Field = 'appId' | 'userId' | 'serverSecret' | 'effectiveTimeInSeconds' | 'roomId' | 'streamIds' | 'userName'
type FormErrors = Partial<Record<Field, Token04Error>>

/** What a form makes: a token, or at least one error. */
export type Generated =
  | { readonly token: string; readonly kitToken: string | undefined; readonly errors: FormErrors }
  | { readonly token: undefined; readonly kitToken: undefined; readonly errors: FormErrors }

/** Makes the token of a form, or says of every field what the library has against it. */
export async function generateFrom(form: GenerateForm, now: () => number): Promise<Generated> {
  try {
    const token = await generateToken04({ ...optionsOf(form), now })
    return { token, kitToken: form.isKit ? generateKitToken(token, kitUserOf(form)) : undefined, errors: {} }
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error
    const errors = await fieldErrors(form)
    // each field may be right, and all of them too much
    return { token: undefined, kitToken: undefined, errors: Object.keys(errors).length > 0 ? errors : { streamIds: error } }
  }
}

// what is no number stays text, for the library to refuse
function optionsOf(form: GenerateForm): GenerateOptions {
  const { userId, serverSecret, mode } = form
  const options = {
    appId: numberOf(form.appId),
    userId,
    serverSecret,
    effectiveTimeInSeconds: numberOf(form.effectiveTimeInSeconds),
    mode
  } as GenerateOptions
  return form.kind === 'basic' ? options : { ...options, payload: payloadOf(form) }
}

function payloadOf({ roomId, canLogin, canPublish, streamIds }: GenerateForm) {
  return privilegePayload({ roomId, canLogin, canPublish, streamIds: streamsOf(streamIds) })
}

/** The ids of a text with one a line. */
export function streamsOf(text: string): readonly string[] | null {
  const streams = text.split('\n').filter((line) => line !== '')
  return streams.length === 0 ? null : streams
}

function kitUserOf({ appId, userId, roomId, userName }: GenerateForm) {
  return { appId: numberOf(appId) as number, userId, roomId, userName }
}

// with these, an error is that of the one field that was replaced
const RIGHT: GenerateForm = {
  appId: '1',
  userId: 'u',
  serverSecret: '0'.repeat(32),
  effectiveTimeInSeconds: '1',
  mode: 'gcm',
  kind: 'basic',
  roomId: 'r',
  canLogin: true,
  canPublish: false,
  streamIds: '',
  isKit: false,
  userName: ''
}

async function fieldErrors(form: GenerateForm): Promise<FormErrors> {
  const { kind, isKit } = form
  const privilege = kind === 'privilege' ? (['roomId', 'streamIds'] as const) : []
  const kit = isKit ? (['roomId', 'userName'] as const) : []
  const fields: readonly Field[] = ['appId', 'userId', 'serverSecret', 'effectiveTimeInSeconds', ...privilege, ...kit]
  const errors: FormErrors = {}
  for (const field of fields) {
    const error = await errorOf({ ...RIGHT, kind, isKit, [field]: form[field] })
    if (error !== undefined) errors[field] = error
  }
  return errors
}

async function errorOf(form: GenerateForm): Promise<Token04Error | undefined> {
  try {
    const token = await generateToken04(optionsOf(form))
    if (form.isKit) generateKitToken(token, kitUserOf(form))
    return undefined
  } catch (error) {
    return error as Token04Error
  }
}
