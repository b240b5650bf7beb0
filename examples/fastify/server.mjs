// A token endpoint in an app of Fastify.
import fastify from 'fastify'
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

const tokens = createTokenListener({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  authenticate,
  onError: (error) => console.error(error)
})

const app = fastify()
app.register(async (routes) => {
  // the listener reads the body itself; the other routes keep their parsers
  routes.removeAllContentTypeParsers()
  routes.addContentTypeParser('*', (_request, _body, done) => done(null))
  // all methods, so that others than POST are answered, too
  routes.all('/api/zego-token', (request, reply) => {
    reply.hijack()
    tokens(request.raw, reply.raw)
  })
})

await app.listen({ port: Number(process.env.PORT ?? 3000) })
console.log(`http://localhost:${app.server.address().port}/api/zego-token`)
