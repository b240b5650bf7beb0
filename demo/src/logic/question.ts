import type { CheckRule, DiagnoseOptions, Language, Mode } from 'zego-token04/dev-browser'

/** What is asked about a token, as a form holds it: an empty text stands for nothing. */
export interface Expected {
  readonly appId: string
  readonly userId: string
  readonly roomId: string
  readonly streamId: string
  readonly action: '' | 'login' | 'publish'
  readonly rule: CheckRule
  readonly mode: '' | Mode
  readonly clockToleranceInSeconds: string
}

export const NOTHING_EXPECTED: Expected = {
  appId: '',
  userId: '',
  roomId: '',
  streamId: '',
  action: '',
  rule: 'login-and-publish',
  mode: '',
  clockToleranceInSeconds: ''
}

/** A number where the text is one; else the text as it is, for the library to refuse. Undefined for an empty text. */
export function numberOf(text: string): number | string | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : text
}

/** Options of `diagnoseToken04` for a form. */
export function diagnoseOptions(
  expected: Expected,
  serverSecret: unknown,
  now: () => number,
  language: Language
): DiagnoseOptions {
  const { appId, userId, roomId, streamId, action, rule, mode, clockToleranceInSeconds } = expected
  const given = {
    appId: numberOf(appId),
    userId: userId || undefined,
    roomId: roomId || undefined,
    streamId: streamId || undefined,
    action: action || undefined,
    modes: mode === '' ? undefined : [mode],
    clockToleranceInSeconds: numberOf(clockToleranceInSeconds),
    serverSecret: serverSecret === '' ? undefined : serverSecret
  }
  return { ...given, rule, now, language } as DiagnoseOptions
}
