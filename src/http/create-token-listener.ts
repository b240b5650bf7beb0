import { createEndpoint } from './endpoint.js'
import { nodeCall } from './node-call.js'
import type { NodeRequest, NodeResponse } from './node-types.js'
import { sharedTimer } from './time-limit.js'
import type { TokenHandlerOptions } from './types.js'
import { writeAnswer } from './write-answer.js'

/**
 * The same endpoint as that of `createTokenHandler`, for `node:http`, `node:https`, `node:http2`, Express and Connect: several times
 * as fast there as a `Request` and a `Response` for each call.
 *
 * A body that a parser of Express has read is taken from `request.body`. The `Request` that `authenticate` gets is an
 * `instanceof Request`, made in full only where more is asked of it than headers and JSON; `request.clone()` gives one of the platform
 * to what accepts no other.
 *
 * @throws `Token04Error` with the codes of `generateToken04`; in a browser `BROWSER_REFUSED`
 *
 * @example
 * ```ts
 * import { once } from 'node:events'
 * import { createServer } from 'node:http'
 * import { createTokenListener } from 'zego-token04/http'
 *
 * const listener = createTokenListener({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271', // from the environment, in an app
 *   authenticate: (request) => (request.headers.get('authorization') === 'Bearer of-demo' ? { userId: 'demo' } : null)
 * })
 *
 * const server = createServer(listener).listen(0, '127.0.0.1')
 * await once(server, 'listening')
 * const { port } = server.address() as { port: number }
 * const headers = { authorization: 'Bearer of-demo' }
 * const response = await fetch(`http://127.0.0.1:${port}/token`, { method: 'POST', headers })
 * const { renewInSeconds } = await response.json()
 * renewInSeconds // => 3570
 * server.close()
 * ```
 */
export function createTokenListener(options: TokenHandlerOptions): (request: NodeRequest, response: NodeResponse) => void {
  const endpoint = createEndpoint(options, sharedTimer)
  return (request, response) => {
    endpoint(nodeCall(request, response)).then((answer) => {
      // once all that came with this request are read: clients are then woken once, and not by each answer
      setImmediate(writeAnswer, answer, request, response)
    })
  }
}
