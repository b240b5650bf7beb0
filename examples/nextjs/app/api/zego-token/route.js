// A token endpoint as a route handler of Next.js: /api/zego-token
import { createTokenHandler } from 'zego-token04/http'

// a stand-in for your sessions: who has logged in, and which rooms are his
const sessions = new Map([['session-of-demo', { userId: 'demo', rooms: ['lobby'] }]])

async function authenticate(request) {
  const session = sessions.get(request.headers.get('authorization')?.replace(/^Bearer /, ''))
  if (session === undefined) return null
  // the client says which room it wants; whether it may have it is up to you
  const { roomId } = await request.json()
  return session.rooms.includes(roomId) ? { userId: session.userId, roomId, canPublish: true } : null
}

let tokens

function handler(request) {
  // made when first asked: `next build` loads this file, too, where there is no secret
  tokens ??= createTokenHandler({
    appId: Number(process.env.ZEGO_APP_ID),
    serverSecret: process.env.ZEGO_SERVER_SECRET,
    authenticate,
    onError: (error) => console.error(error)
  })
  return tokens(request)
}

// all of them, so that others than POST are answered, too
export { handler as GET, handler as HEAD, handler as OPTIONS, handler as POST }
