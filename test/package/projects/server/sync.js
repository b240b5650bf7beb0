import { generateToken04Sync, verifyToken04Sync } from 'zego-token04/sync'

const serverSecret = 'fa94dd0f974cf2e293728a526b028271'

/** Who a fresh token is for. */
export function roundTrip() {
  const token = generateToken04Sync({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 60 })
  return verifyToken04Sync(token, { serverSecret, appId: 1 }).claims.user_id
}
