import { Token04Error } from '../errors.js'
import type { VerifyOptions } from '../types.js'
import { check } from '../validation/check.js'
import {
  clockToleranceInSeconds as clockToleranceSchema,
  expectedAppId,
  MAX_SECRETS,
  modes as modesSchema,
  text as textSchema,
  validatePayload as validatePayloadSchema
} from '../validation/compiled.js'
import { readClock } from '../validation/read-clock.js'
import { reading } from '../validation/reading.js'

/** What is expected of a token, checked, and the time at which it is read. */
export interface Expectations extends VerifyOptions {
  readonly seconds: number
}

/** Every option of verifyToken04, as undefined. */
export const ABSENT_EXPECTATIONS = {
  serverSecret: undefined,
  appId: undefined,
  userId: undefined,
  roomId: undefined,
  modes: undefined,
  clockToleranceInSeconds: undefined,
  now: undefined,
  validatePayload: undefined
} as unknown as VerifyOptions

/** Checks everything but the secrets of options that were read. */
export function checkExpectations(expected: VerifyOptions): Expectations {
  const { serverSecret, appId, userId, roomId, clockToleranceInSeconds, now, validatePayload } = expected
  const modes = copyArray('modes', expected.modes) as VerifyOptions['modes']
  if (appId !== undefined) check(expectedAppId, appId, 'INVALID_APP_ID', 'appId')
  if (userId !== undefined) check(textSchema, userId, 'INVALID_USER_ID', 'userId')
  if (roomId !== undefined) check(textSchema, roomId, 'INVALID_OPTION', 'roomId')
  if (modes !== undefined) check(modesSchema, modes, 'INVALID_OPTION', 'modes')
  if (clockToleranceInSeconds !== undefined) {
    check(clockToleranceSchema, clockToleranceInSeconds, 'INVALID_OPTION', 'clockToleranceInSeconds')
  }
  if (validatePayload !== undefined) check(validatePayloadSchema, validatePayload, 'INVALID_OPTION', 'validatePayload')
  if (roomId !== undefined && validatePayload === false) {
    throw new Token04Error('INVALID_OPTION', 'roomId is read from the payload, so it needs validatePayload to be true.')
  }
  const seconds = readClock(now)
  // field by field: in V8 a spread with new fields costs a tenth of a verification
  return { serverSecret, appId, userId, roomId, modes, clockToleranceInSeconds, validatePayload, seconds }
}

/** A copy of what may be an array: one item more than is ever allowed, so that what is too long is still seen to be. */
export function copyArray(name: string, value: unknown): unknown {
  return reading(name, 'INVALID_OPTION', () =>
    Array.isArray(value) ? Array.from({ length: Math.min(value.length, MAX_SECRETS + 1) }, (_, index) => value[index]) : value
  )
}
