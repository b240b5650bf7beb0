// Joins a room in the terminal. ZEGO's SDK needs a browser, so a stand-in prints what the SDK would get.
import { joinRoom } from './join-room.mjs'

let announceExpiry
let renewed
const renewal = new Promise((resolve) => {
  renewed = resolve
})
const zg = {
  on(_event, listener) {
    announceExpiry = listener
  },
  async loginRoom(roomId, token, { userID }) {
    console.log(`${userID} logs in to ${roomId} with ${token}`)
  },
  renewToken(token, roomId) {
    console.log(`renews the token for ${roomId} with ${token}`)
    renewed()
  },
  logoutRoom(roomId) {
    console.log(`logs out of ${roomId}`)
  }
}

const url = process.argv[2] ?? 'http://localhost:3000/api/zego-token'
const leave = await joinRoom(zg, { url, session: 'session-of-demo', roomId: 'lobby', userId: 'demo' })
// ZEGO does so half a minute before the expiry; here it is not waited for
announceExpiry('lobby')
await renewal
leave()
