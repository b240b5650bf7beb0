import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../support/paths.mjs'
import { npm } from '../support/run-command.mjs'

const SECRET = 'fa94dd0f974cf2e293728a526b028271'
const OF_DEMO = ['--app-id', '1', '--user-id', 'demo']

/** The command as somebody runs it who has nothing but the tarball: `npx zego-token04` in an empty folder. */
export async function checkCommandLine({ check }, tarball) {
  const folder = temporaryFolder('npx')
  // npm would keep what it unpacks
  const cache = temporaryFolder('npx-cache')
  const npx = (args, env = {}) =>
    npm(['exec', '--offline', '--yes', '--cache', cache, '--package', tarball, '--', 'zego-token04', ...args], {
      cwd: folder,
      env: { ZEGO_SERVER_SECRET: '', ZEGO_APP_ID: '', NO_COLOR: '1', ...env }
    })
  const withSecret = (...args) => npx(args, { ZEGO_SERVER_SECRET: SECRET })
  const refused = async (args, code, env) => {
    const { message } = await npx(args, env).then(
      () => assert.fail('was not refused'),
      (error) => error
    )
    assert.match(message, new RegExp(`ended with ${code}\\n`))
    return message
  }

  let token
  await check('cli', 'npx zego-token04 generate prints a token, and verify takes it', async () => {
    const { stdout } = await withSecret('generate', ...OF_DEMO, '--room-id', 'room', '--json')
    token = JSON.parse(stdout).token
    const verified = JSON.parse((await withSecret('verify', token, ...OF_DEMO, '--json')).stdout)
    assert.deepEqual([verified.ok, verified.payload.room_id, verified.authenticated], [true, 'room', true])
  })
  await check('cli', 'inspect and kit need no secret, diagnose speaks Chinese', async () => {
    assert.match((await npx(['inspect', token])).stdout, /^Token04, GCM/)
    const { stdout } = await npx(['kit', 'make', token, ...OF_DEMO, '--room-id', 'room', '--user-name', 'Demo'])
    assert.match((await npx(['kit', 'read', stdout.trim()])).stdout, /^appId +1\n/)
    assert.match((await withSecret('diagnose', token, '--lang', 'zh')).stdout, /^没有发现错误\n$/)
  })
  await check('cli', 'a file holds the secret, and another the token', async () => {
    writeFileSync(join(folder, 'secret.txt'), `${SECRET}\n`)
    writeFileSync(join(folder, 'token.txt'), `${token}\n`)
    const { stdout } = await npx(['verify', '--file', 'token.txt', '--secret-file', 'secret.txt'])
    assert.match(stdout, /^Valid, GCM, authenticated\n/)
  })
  await check('cli', 'exit code 1 for a token that is refused, 2 for wrong use', async () => {
    const message = await refused(['verify', token, '--user-id', 'other'], 1, { ZEGO_SERVER_SECRET: SECRET })
    assert.match(message, /USER_ID_MISMATCH, at ZEGO 1002077/)
    assert.match(await refused(['genrate'], 2), /Did you mean generate\?/)
    await refused(['verify', token, '--secret', SECRET], 2)
  })
  await check('cli', 'the folder stays as it was', () => {
    assert.deepEqual(readdirSync(folder).sort(), ['secret.txt', 'token.txt'])
  })
}
