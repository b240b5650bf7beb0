import assert from 'node:assert/strict'
import { verifyToken04 } from 'zego-token04'
import { APP_ID, ROOM_ID, SERVER_SECRET, SESSION, USER_ID } from '../support/settings.mjs'

/** What every endpoint must do, whatever it is built with. */
export async function checkEndpoint({ check }, name, { url, output }) {
  const ask = (init) => fetch(url, { method: 'POST', headers: headersOf(SESSION), ...init })
  const askFor = (room, session = SESSION) => ask({ headers: headersOf(session), body: JSON.stringify(room) })

  await check(name, 'a session gets a token for its user and its room', async () => {
    const response = await askFor({ roomId: ROOM_ID })
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    const { token, expire, renewInSeconds } = await response.json()
    const { claims, payload } = await verify(token)
    assert.equal(claims.expire, expire)
    assert.equal(claims.expire - claims.ctime, 3600)
    assert.equal(renewInSeconds, 3570)
    assert.deepEqual(payload.privilege, { 1: 1, 2: 1 })
  })
  await check(name, 'the caller chooses neither user nor validity', async () => {
    const wish = { roomId: ROOM_ID, userId: 'root', appId: 1, effectiveTimeInSeconds: 86_400 }
    const { claims } = await verify((await (await askFor(wish)).json()).token)
    assert.equal(claims.expire - claims.ctime, 3600)
  })
  await check(name, 'nobody else gets one, nor this one for another room', async () => {
    for (const [room, session] of [[ROOM_ID], [ROOM_ID, 'of-nobody'], ['vault', SESSION]]) {
      const response = await (session ? askFor({ roomId: room }, session) : ask({ headers: {}, body: '{}' }))
      assert.equal(await refusalOf(response), '401 UNAUTHENTICATED')
    }
  })
  await check(name, 'GET is not allowed, and the answer says what is', async () => {
    const response = await fetch(url, { headers: headersOf(SESSION) })
    assert.match(response.headers.get('allow'), /\bPOST\b/)
    assert.equal(await refusalOf(response), '405 METHOD_NOT_ALLOWED')
  })
  await check(name, 'a body that is no JSON, or too large, is refused', async () => {
    assert.equal(await refusalOf(await ask({ body: '{' })), '400 INVALID_BODY')
    assert.equal(await refusalOf(await askFor({ roomId: 'x'.repeat(5000) })), '413 BODY_TOO_LARGE')
  })
  await check(name, 'it prints neither secret nor session', () => {
    assert.ok(!output().includes(SERVER_SECRET) && !output().includes(SESSION), output())
  })
}

function headersOf(session) {
  return { authorization: `Bearer ${session}`, 'content-type': 'application/json' }
}

function verify(token) {
  return verifyToken04(token, { serverSecret: SERVER_SECRET, appId: APP_ID, userId: USER_ID, roomId: ROOM_ID })
}

async function refusalOf(response) {
  const { error } = await response.json()
  return `${response.status} ${error.code}`
}
