import { encrypt } from '#backend'
import type { Draft } from './draft.js'
import { writeEnvelope } from './envelope.js'

/** The token of a draft. */
export async function encryptDraft({ material, mode, iv, plaintext, expire }: Draft): Promise<string> {
  return writeEnvelope(expire, mode, iv, await encrypt(material, mode, iv, plaintext))
}
