import { Token04Error } from '../errors.js'
import { draftToken } from '../token/draft-token.js'
import { payloadText } from '../token/payload.js'
import type { GenerateOptions } from '../types.js'
import { check } from '../validation/check.js'
import {
  DEFAULT_AUTHENTICATE_TIMEOUT_IN_SECONDS,
  DEFAULT_BODY_TIMEOUT_IN_SECONDS,
  DEFAULT_EFFECTIVE_TIME_IN_SECONDS,
  DEFAULT_LEAD_IN_SECONDS,
  timeoutInSeconds as timeoutSchema
} from '../validation/compiled.js'
import { describe } from '../validation/describe.js'
import { readOptions } from '../validation/read-options.js'
import { type Cors, readCors } from './cors.js'
import type { TokenHandlerOptions } from './types.js'

/** The options of an endpoint, checked, with their defaults. */
export interface Settings {
  /** What all tokens have in common. */
  readonly common: Omit<GenerateOptions, 'userId' | 'payload'>
  readonly renewInSeconds: number
  readonly authenticate: TokenHandlerOptions['authenticate']
  /** The text of a payload for everyone, or what makes one for each. */
  readonly payload: string | Extract<TokenHandlerOptions['payload'], Function> | undefined
  readonly cors: Cors
  readonly authenticateTimeoutInSeconds: number
  readonly bodyTimeoutInSeconds: number
  readonly onError: NonNullable<TokenHandlerOptions['onError']>
}

/** Refuses at start-up what would fail at every request. */
export function readSettings(options: TokenHandlerOptions): Settings {
  const {
    appId,
    serverSecret,
    mode = 'gcm',
    now,
    effectiveTimeInSeconds = DEFAULT_EFFECTIVE_TIME_IN_SECONDS,
    authenticateTimeoutInSeconds = DEFAULT_AUTHENTICATE_TIMEOUT_IN_SECONDS,
    bodyTimeoutInSeconds = DEFAULT_BODY_TIMEOUT_IN_SECONDS,
    authenticate,
    payload,
    cors,
    onError = ignore
  } = readOptions(options, ABSENT)
  const common = { appId, serverSecret, effectiveTimeInSeconds, mode, ...(now && { now }) }
  const text = typeof payload === 'function' || payload === undefined ? payload : payloadText(payload)
  // a trial, thrown away, which checks the rest
  draftToken({ ...common, userId: 'trial', ...(typeof text === 'string' && { payload: text }) })
  checkFunction(authenticate, 'authenticate')
  checkFunction(onError, 'onError')
  check(timeoutSchema, authenticateTimeoutInSeconds, 'INVALID_OPTION', 'authenticateTimeoutInSeconds')
  check(timeoutSchema, bodyTimeoutInSeconds, 'INVALID_OPTION', 'bodyTimeoutInSeconds')
  return {
    common,
    renewInSeconds: Math.max(0, effectiveTimeInSeconds - DEFAULT_LEAD_IN_SECONDS),
    authenticate,
    payload: text,
    cors: readCors(cors),
    authenticateTimeoutInSeconds,
    bodyTimeoutInSeconds,
    onError
  }
}

function ignore(): void {}

function checkFunction(value: unknown, name: string): void {
  if (typeof value !== 'function') {
    throw new Token04Error('INVALID_OPTION', `${name} must be a function; found ${describe(value)}.`)
  }
}

const ABSENT = {
  appId: undefined,
  serverSecret: undefined,
  authenticate: undefined,
  effectiveTimeInSeconds: undefined,
  mode: undefined,
  payload: undefined,
  cors: undefined,
  authenticateTimeoutInSeconds: undefined,
  bodyTimeoutInSeconds: undefined,
  onError: undefined,
  now: undefined
} as unknown as TokenHandlerOptions
