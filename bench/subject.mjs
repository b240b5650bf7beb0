// What every row works on: one user, one room, one secret.
export const SECRET = 'fa94dd0f974cf2e293728a526b028271'
export const APP_ID = 1_234_567_890
export const USER_ID = 'demo-user'
export const SECONDS = 3600
export const ROOM_ID = 'demo-room'

export const MODES = ['gcm', 'cbc']
export const PAYLOADS = {
  basic: undefined,
  privilege: { room_id: ROOM_ID, privilege: { 1: 1, 2: 0 }, stream_id_list: null }
}

/** Every combination of a mode and a payload. */
export const KINDS = MODES.flatMap((mode) => Object.entries(PAYLOADS).map(([kind, payload]) => ({ mode, kind, payload })))

/** Options of generateToken04, as a server would pass them. */
export function generateOptions({ mode, payload, serverSecret }) {
  const basic = { appId: APP_ID, userId: USER_ID, serverSecret, effectiveTimeInSeconds: SECONDS, mode }
  return payload === undefined ? basic : { ...basic, payload }
}

/** Options of verifyToken04, which expects this user of this app. */
export function verifyOptions(serverSecret) {
  return { serverSecret, appId: APP_ID, userId: USER_ID }
}
