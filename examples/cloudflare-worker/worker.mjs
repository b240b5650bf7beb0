// A token endpoint as a Cloudflare Worker.
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

export default {
  fetch(request, env) {
    if (new URL(request.url).pathname !== '/api/zego-token') return new Response(null, { status: 404 })
    // made when first asked: the secret comes with the request
    tokens ??= createTokenHandler({
      appId: Number(env.ZEGO_APP_ID),
      serverSecret: env.ZEGO_SERVER_SECRET,
      authenticate,
      onError: (error) => console.error(error)
    })
    return tokens(request)
  }
}
