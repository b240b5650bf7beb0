// A token endpoint in an app of Hono, on Node.js; on Bun, Deno and Workers only the last lines differ.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
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

const tokens = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  authenticate,
  onError: (error) => console.error(error)
})

const app = new Hono()
// all methods, so that others than POST are answered, too
app.all('/api/zego-token', (context) => tokens(context.req.raw))

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) }, ({ port }) => {
  console.log(`http://localhost:${port}/api/zego-token`)
})
