// compiled under every module resolution that knows the entries of a package
import {
  type DiagnosisCode,
  diagnoseToken04,
  type ErrorCode,
  type GenerateOptions,
  generateToken04,
  importServerSecret,
  PrivilegeKey,
  type RtcRoomPayload,
  type ServerSecret,
  Token04Error,
  type VerifiedToken04,
  verifyToken04
} from 'zego-token04'
import * as unlocked from 'zego-token04/dev-browser'
import * as assistant from 'zego-token04/server-assistant'
import { generateToken04Sync } from 'zego-token04/sync'
import { sealToken04 } from 'zego-token04/testing'

const serverSecret: ServerSecret = importServerSecret('fa94dd0f974cf2e293728a526b028271')
const payload: RtcRoomPayload = { room_id: 'demo', privilege: { [PrivilegeKey.login]: 1 }, stream_id_list: null }
const options: GenerateOptions = { appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 60, payload }

export async function main(): Promise<VerifiedToken04> {
  const token: string = await generateToken04(options)
  const codes: DiagnosisCode[] = (await diagnoseToken04(token)).findings.map(({ code }) => code)
  const texts: string[] = [generateToken04Sync(options), await unlocked.generateToken04(options), ...codes]
  texts.push(assistant.generateToken04(1, 'demo', serverSecret, 60, JSON.stringify(payload), { mode: 'cbc' }))
  texts.push(await sealToken04({}, { serverSecret, mode: 'gcm', iv: new Uint8Array(12) }))
  // @ts-expect-error a validity that is text
  texts.push(assistant.generateToken04(1, 'demo', serverSecret, '60'))
  // @ts-expect-error an option that is missing
  await generateToken04({ appId: 1, userId: 'demo', serverSecret }).catch((error: unknown) => codeOf(error))
  return verifyToken04(token, { serverSecret: [serverSecret, 'fa94dd0f974cf2e293728a526b028271'] })
}

export function messageOf(error: unknown): string | undefined {
  return error instanceof assistant.ServerAssistantError ? error.errorMessage : undefined
}

function codeOf(error: unknown): ErrorCode | undefined {
  return error instanceof Token04Error ? error.code : undefined
}
