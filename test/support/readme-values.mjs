// What the examples of README.md take as given: values of a server that has made a token for one room.
import { generateToken04, privilegePayload, verifyToken04 } from 'zego-token04'

const serverSecret = 'fa94dd0f974cf2e293728a526b028271'
const user = { appId: 1, userId: 'demo' }
const payload = privilegePayload({ roomId: 'demo', canLogin: true, canPublish: false })
const token = await generateToken04({ ...user, serverSecret, effectiveTimeInSeconds: 3600, payload })
const verified = await verifyToken04(token, { serverSecret })

const session = { userId: 'demo', rooms: ['demo'] }
Object.assign(globalThis, {
  ...user,
  roomId: 'demo',
  serverSecret,
  token,
  verified,
  fetch: async () => Response.json({ token, expire: verified.claims.expire, renewInSeconds: 3570 }),
  zg: { loginRoom: async () => true, renewToken: () => true },
  findSession: async () => session,
  authenticate: async () => session
})
