import { generateToken04, verifyToken04 } from 'zego-token04'

const serverSecret = 'fa94dd0f974cf2e293728a526b028271'

/** Who a fresh token is for. */
export async function roundTrip() {
  const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 60 })
  return (await verifyToken04(token, { serverSecret, appId: 1 })).claims.user_id
}
