import { generateToken04, importServerSecret, verifyToken04 } from 'zego-token04/dev-browser'

globalThis.answer = roundTrip()

async function roundTrip() {
  const serverSecret = importServerSecret('fa94dd0f974cf2e293728a526b028271')
  const answers = {}
  for (const mode of ['gcm', 'cbc']) {
    const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 60, mode })
    const { claims } = await verifyToken04(token, { serverSecret, appId: 1 })
    answers[mode] = claims.user_id
  }
  return answers
}
