import { verifyToken04 } from 'zego-token04'
import { generateToken04 } from 'zego-token04/server-assistant'

const secret = 'fa94dd0f974cf2e293728a526b028271'

/** Who a fresh token is for. */
export async function roundTrip() {
  const token = generateToken04(1, 'demo', secret, 60)
  return (await verifyToken04(token, { serverSecret: secret, appId: 1 })).claims.user_id
}
