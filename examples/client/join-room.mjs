import { createTokenProvider } from 'zego-token04'

/**
 * Logs in to a room with ZEGO's Web SDK, and keeps the client in tokens until it leaves.
 *
 * `zg` is a ZegoExpressEngine; `url` is that of your token endpoint; `session` is how your server knows who is asking.
 */
export async function joinRoom(zg, { url, session, roomId, userId }) {
  const tokens = createTokenProvider({
    async fetchToken({ signal }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
        body: JSON.stringify({ roomId }),
        signal
      })
      if (!response.ok) throw new Error(`no token: the server answered with ${response.status}`)
      return response.json()
    },
    // it renews them by itself, half a minute before they expire
    onTokenRenewed: (token) => zg.renewToken(token, roomId),
    onError: (error) => console.error(error)
  })
  // a device that has slept may hear from ZEGO first
  zg.on('tokenWillExpire', () => tokens.renew().catch((error) => console.error(error)))

  await zg.loginRoom(roomId, await tokens.getToken(), { userID: userId })
  return function leave() {
    tokens.dispose()
    zg.logoutRoom(roomId)
  }
}
