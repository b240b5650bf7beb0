// The endpoint under attack, in a process of its own. Tells its parent the port, and everything that it should not have to say.
import { createServer } from 'node:http'
import { createTokenListener } from '../../dist/node/http.js'

const listener = createTokenListener({
  appId: 1,
  serverSecret: 'fa94dd0f974cf2e293728a526b028271',
  // so that slow bodies and hanging answers end within the run
  bodyTimeoutInSeconds: 1,
  authenticateTimeoutInSeconds: 1,
  authenticate: async (request) => {
    const fault = request.headers.get('x-fault')
    if (fault === 'hang') await new Promise(() => {})
    if (fault === 'throw') throw new Error('the database at fa94dd0f974cf2e293728a526b028271 is gone')
    const { userId, roomId } = await request.json()
    return request.headers.get('authorization') === 'Bearer of-demo' ? { userId, roomId } : null
  },
  onError: () => process.send({ reported: true })
})

for (const name of ['uncaughtException', 'unhandledRejection']) {
  process.on(name, (error) => process.send({ crash: `${name}: ${error?.stack ?? error}` }))
}
const server = createServer({ keepAliveTimeout: 2000 }, listener).listen(0, '127.0.0.1', () => {
  process.send({ port: server.address().port })
})
process.on('disconnect', () => process.exit())
