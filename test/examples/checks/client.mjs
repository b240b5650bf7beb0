import assert from 'node:assert/strict'
import { verifyToken04 } from 'zego-token04'
import { runCommand } from '../../package/support/run-command.mjs'
import { inRoot } from '../support/paths.mjs'
import { APP_ID, ROOM_ID, SERVER_SECRET, USER_ID } from '../support/settings.mjs'

/** The client beside the server of another example. */
export async function checkClient({ check }, name, { url }) {
  await check(name, 'logs in with a token of the server, renews it with another, and leaves', async () => {
    // it gets no secret
    const { stdout } = await runCommand(process.execPath, [inRoot('examples/client/client.mjs'), url])
    const lines = stdout.trim().split('\n')
    assert.match(lines[0], /^demo logs in to lobby with 04\S+$/)
    assert.match(lines[1], /^renews the token for lobby with 04\S+$/)
    assert.deepEqual(lines.slice(2), ['logs out of lobby'])
    const tokens = lines.slice(0, 2).map((line) => line.split(' ').at(-1))
    assert.notEqual(tokens[0], tokens[1])
    for (const token of tokens) {
      await verifyToken04(token, { serverSecret: SERVER_SECRET, appId: APP_ID, userId: USER_ID, roomId: ROOM_ID })
    }
  })
}
