// compiled with the types of the web: Request, Response and AbortSignal
import { createTokenProvider, type TokenAnswer, type TokenProvider } from 'zego-token04'
import { type AuthenticatedUser, createTokenHandler, createTokenListener, type TokenHandlerOptions } from 'zego-token04/http'

const options: TokenHandlerOptions = {
  appId: 1,
  serverSecret: 'fa94dd0f974cf2e293728a526b028271',
  authenticate: async (request, { signal }): Promise<AuthenticatedUser | null> =>
    signal.aborted || request.headers.get('authorization') === null ? null : { userId: 'demo', roomId: 'lobby' },
  payload: ({ roomId }) => ({ room_id: roomId ?? '', privilege: { 1: 1 } }),
  cors: { origins: ['https://app.example.com'] }
}

export const handler: (request: Request) => Promise<Response> = createTokenHandler(options)
export const listener = createTokenListener(options)

export const provider: TokenProvider = createTokenProvider({
  fetchToken: async ({ signal }) => (await fetch('/token', { method: 'POST', signal })).json() as Promise<TokenAnswer>
})

// @ts-expect-error nobody would be asked who the caller is
createTokenHandler({ appId: 1, serverSecret: '' })
