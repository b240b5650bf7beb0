import { draftToken } from '../token/draft-token.js'
import { encryptDraft } from '../token/encrypt-draft.js'
import type { TokenAnswer } from '../types.js'
import type { Grant } from './find-user.js'
import type { Settings } from './settings.js'

/** Makes the token that was granted, and says when to renew it. */
export async function issueToken({ userId, payload }: Grant, { common, renewInSeconds }: Settings): Promise<TokenAnswer> {
  const draft = draftToken({ ...common, userId }, payload)
  return { token: await encryptDraft(draft), expire: draft.expire, renewInSeconds }
}
