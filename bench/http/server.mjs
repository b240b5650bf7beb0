// The server under load, in a process of its own: node server.mjs bare|generating|endpoint. Tells its parent the port, and its memory when asked.
import { createServer } from 'node:http'
import { createTokenListener } from '../../dist/node/http.js'
import { generateToken04Sync, importServerSecret, privilegePayload } from '../../dist/node/sync.js'

// as long as the answer with a privilege token of this user and room
const TOKEN_CHARACTERS = 298

const sessions = new Map([['Bearer of-demo', { userId: 'demo', rooms: new Set(['lobby']) }]])

const serverSecret = importServerSecret('fa94dd0f974cf2e293728a526b028271')

const handlerWith = (makeToken) => (request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const { roomId } = JSON.parse(Buffer.concat(chunks).toString())
    const session = sessions.get(request.headers.authorization)
    const isAllowed = session?.rooms.has(roomId)
    const expire = Math.floor(Date.now() / 1000) + 3600
    const body = JSON.stringify(isAllowed ? { token: makeToken(session.userId, roomId), expire, renewInSeconds: 3570 } : {})
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
}

const listeners = {
  bare: handlerWith(() => '0'.repeat(TOKEN_CHARACTERS)),
  generating: handlerWith((userId, roomId) => {
    const payload = privilegePayload({ roomId, canPublish: true })
    return generateToken04Sync({ appId: 1, userId, serverSecret, effectiveTimeInSeconds: 3600, payload })
  }),
  endpoint: createTokenListener({
    appId: 1,
    serverSecret,
    authenticate: async (request) => {
      const { roomId } = await request.json()
      const session = sessions.get(request.headers.get('authorization'))
      return session?.rooms.has(roomId) ? { userId: session.userId, roomId, canPublish: true } : null
    }
  })
}

const server = createServer(listeners[process.argv[2]]).listen(0, '127.0.0.1', () => {
  process.send({ port: server.address().port })
})
process.on('message', () => {
  // twice: what the first leaves to finalizers, the second takes
  global.gc()
  global.gc()
  const { rss, heapUsed } = process.memoryUsage()
  process.send({ rss, heapUsed })
})
process.on('disconnect', () => process.exit())
