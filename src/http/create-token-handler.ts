import { createEndpoint } from './endpoint.js'
import { ownTimers } from './time-limit.js'
import type { TokenHandlerOptions } from './types.js'
import { webCall } from './web-call.js'

/**
 * Makes a token endpoint of web-standard `Request` and `Response`: for Hono, Next.js route handlers, Bun, Deno, Workers.
 *
 * It answers POST with `{ token, expire, renewInSeconds }`, and everything else with `{ error: { code, message } }`, which has no
 * internals in it. Who gets a token, for which room and for what, is up to `authenticate` alone. How often somebody may ask is not:
 * limit that before the handler. The options are checked at once, the secret too.
 *
 * @param options - Times in seconds. Limits: `schema/token-handler-options.json`.
 * @returns A function that never rejects. Codes and statuses of its answers: {@link TokenErrorCode}.
 * @throws `Token04Error` with the codes of `generateToken04`; in a browser `BROWSER_REFUSED`
 *
 * @example
 * ```ts
 * import { createTokenHandler } from 'zego-token04/http'
 *
 * const sessions = new Map([['Bearer of-demo', { userId: 'demo', rooms: ['lobby'] }]])
 *
 * const handler = createTokenHandler({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271', // from the environment, in an app
 *   authenticate: async (request) => {
 *     const session = sessions.get(request.headers.get('authorization') ?? '')
 *     if (session === undefined) return null
 *     const { roomId } = await request.json()
 *     return session.rooms.includes(roomId) ? { userId: session.userId, roomId, canPublish: true } : null
 *   }
 * })
 *
 * const asked = new Request('https://example.com/token', {
 *   method: 'POST',
 *   headers: { authorization: 'Bearer of-demo' },
 *   body: JSON.stringify({ roomId: 'lobby' })
 * })
 * const { token, renewInSeconds } = await (await handler(asked)).json()
 * token.startsWith('04') // => true
 * renewInSeconds // => 3570
 * ```
 */
export function createTokenHandler(options: TokenHandlerOptions): (request: Request) => Promise<Response> {
  const endpoint = createEndpoint(options, ownTimers)
  return async (request) => {
    const call = webCall(request)
    const { status, headers, body } = await endpoint(call)
    call.release()
    return new Response(request.method === 'HEAD' ? null : body, { status, headers })
  }
}
