import { sealToken04 } from 'zego-token04/dev-browser'
import type { Expected } from '../logic/question.js'
import type { Sample, SampleId } from './sample.js'

const SECRET = 'fa94dd0f974cf2e293728a526b028271'
const NOW = 1_700_000_000
const IV_BYTES = 12

/** Samples of what no vector shows: what a client asks for, and what the diagnosis itself was asked. */
export const SEALED_SAMPLES = {
  INVALID_OPTION: () => sample({}, { appId: 'AppID' }),
  INVALID_SERVER_SECRET: async () => ({ ...(await sample({})), serverSecret: 42 }),
  INVALID_APP_ID: () => sample({ app_id: 0 }),
  LOGIN_DENIED: () => sample({ payload: privilege(0, 1) }, { action: 'login', roomId: 'demo' }),
  PUBLISH_DENIED: () => sample({ payload: privilege(1, 0) }, { action: 'publish', roomId: 'demo' }),
  STREAM_ID_DENIED: () =>
    sample({ payload: privilege(1, 1, ['camera']) }, { action: 'publish', roomId: 'demo', streamId: 'screen' })
} as const satisfies Partial<Record<SampleId, () => Promise<Sample>>>

async function sample(patch: object, expected: Partial<Expected> = {}): Promise<Sample> {
  const claims = { app_id: 1, user_id: 'demo', nonce: 7, ctime: NOW, expire: NOW + 3600, payload: '', ...patch }
  const iv = new Uint8Array(IV_BYTES).fill(5)
  return {
    token: await sealToken04(claims, { serverSecret: SECRET, mode: 'gcm', iv }),
    serverSecret: SECRET,
    now: NOW,
    expected
  }
}

function privilege(login: 0 | 1, publish: 0 | 1, streams: readonly string[] | null = null): string {
  return JSON.stringify({ room_id: 'demo', privilege: { 1: login, 2: publish }, stream_id_list: streams })
}
