// A token endpoint in an app of Express.
import express from 'express'
import { createTokenListener } from 'zego-token04/http'

// a stand-in for your sessions: who has logged in, and which rooms are his
const sessions = new Map([['session-of-demo', { userId: 'demo', rooms: ['lobby'] }]])

async function authenticate(request) {
  const session = sessions.get(request.headers.get('authorization')?.replace(/^Bearer /, ''))
  if (session === undefined) return null
  // the client says which room it wants; whether it may have it is up to you
  const { roomId } = await request.json()
  return session.rooms.includes(roomId) ? { userId: session.userId, roomId, canPublish: true } : null
}

const app = express()
// before any parser, since it reads its own bodies; all methods, so that others than POST are answered, too
app.all(
  '/api/zego-token',
  createTokenListener({
    appId: Number(process.env.ZEGO_APP_ID),
    serverSecret: process.env.ZEGO_SERVER_SECRET,
    authenticate,
    onError: (error) => console.error(error)
  })
)
app.use(express.json())

const server = app.listen(process.env.PORT ?? 3000, () => {
  console.log(`http://localhost:${server.address().port}/api/zego-token`)
})
