import { verifyToken04 } from 'zego-token04'
import { createTokenHandler } from 'zego-token04/http'

const serverSecret = 'fa94dd0f974cf2e293728a526b028271'

/** Who the token of an endpoint is for. */
export async function roundTrip() {
  const handler = createTokenHandler({ appId: 1, serverSecret, authenticate: () => ({ userId: 'demo' }) })
  const response = await handler(new Request('https://example.com/token', { method: 'POST' }))
  const { token } = await response.json()
  return (await verifyToken04(token, { serverSecret, appId: 1 })).claims.user_id
}
