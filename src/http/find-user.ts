import { Token04Error } from '../errors.js'
import { payloadText, writePayload } from '../token/payload.js'
import { privilegePayload } from '../token/privilege-payload.js'
import type { PrivilegePayloadOptions } from '../types.js'
import { readOptions } from '../validation/read-options.js'
import type { Call } from './call.js'
import { LazySignal } from './lazy-signal.js'
import { Refusal } from './refusal.js'
import type { Settings } from './settings.js'
import type { TimeLimit } from './time-limit.js'
import type { AuthenticatedUser, AuthenticationContext } from './types.js'

/** Whom a token is for, and the text of its payload. */
export interface Grant {
  readonly userId: string
  readonly payload: string
}

/** Asks the application who sent a request and what he may do, for so long and no longer. */
export async function findUser(request: Request, call: Call, settings: Settings, limit: TimeLimit): Promise<Grant> {
  const context = new LazySignal()
  const stopListening = call.onGone(() => context.abort())
  try {
    return await limit(askApplication(request, context, settings))
  } catch (error) {
    context.abort()
    throw error
  } finally {
    stopListening()
  }
}

async function askApplication(request: Request, context: AuthenticationContext, settings: Settings): Promise<Grant> {
  const result = await authenticate(request, context, settings)
  if (result === null || result === undefined) throw new Refusal('UNAUTHENTICATED')
  // an unknown field is refused: a misspelt roomId would open every room
  const user = readOptions<AuthenticatedUser>(result, ABSENT, RESULT)
  const { payload } = settings
  return {
    userId: user.userId,
    payload: typeof payload === 'function' ? givenPayload(await payload(user)) : builtPayload(user, payload)
  }
}

async function authenticate(request: Request, context: AuthenticationContext, settings: Settings): Promise<unknown> {
  try {
    return await settings.authenticate(request, context)
  } catch (error) {
    // a body that is not what was asked for is a mistake of the caller
    throw error instanceof Refusal ? error : new Refusal('INTERNAL_ERROR', error)
  }
}

// '' has to be said: who forgot to answer would give everything away
function givenPayload(payload: unknown): string {
  if (payload === undefined) {
    throw new Token04Error('INVALID_OPTION', "payload() must answer a payload, or '' for a basic token; found nothing.")
  }
  return payloadText(payload)
}

function builtPayload({ roomId, canLogin, canPublish, streamIds }: AuthenticatedUser, payload: string | undefined): string {
  if (roomId !== undefined && payload === undefined) {
    return writePayload(privilegePayload({ roomId, canLogin, canPublish, streamIds } as PrivilegePayloadOptions))
  }
  for (const [name, value] of Object.entries({ roomId, canLogin, canPublish, streamIds })) {
    if (value === undefined) continue
    const reason =
      payload === undefined ? 'but no roomId, and without a room a token allows everything' : 'beside the option payload'
    throw new Token04Error('INVALID_OPTION', `${RESULT} has the field "${name}", ${reason}.`)
  }
  return payload ?? ''
}

const RESULT = 'the result of authenticate()'

const ABSENT = {
  userId: undefined,
  roomId: undefined,
  canLogin: undefined,
  canPublish: undefined,
  streamIds: undefined
} as unknown as AuthenticatedUser
