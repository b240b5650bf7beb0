// Makes a basic and a privilege token, reads them back, and shows what each would allow: npm run quickstart
import { ensureBuilt } from './ensure-built.mjs'

ensureBuilt()
const { authorize, decodeToken04, generateToken04, importServerSecret, privilegePayload, verifyToken04 } = await import(
  'zego-token04'
)

const DEMO_APP_ID = '1'
// the secret of ZEGO's published examples: worth nothing
const DEMO_SERVER_SECRET = 'fa94dd0f974cf2e293728a526b028271'

const { ZEGO_APP_ID, ZEGO_SERVER_SECRET } = process.env
const isDemo = ZEGO_APP_ID === undefined || ZEGO_SERVER_SECRET === undefined
const appId = Number(isDemo ? DEMO_APP_ID : ZEGO_APP_ID)
const hasColour = process.stdout.isTTY && !process.env.NO_COLOR

const paint = (code) => (text) => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text)
const bold = paint('1')
const dim = paint('2')
const green = paint('32')
const red = paint('31')
const yellow = paint('33')
const print = (line = '') => process.stdout.write(`${line}\n`)
const row = (name, value) => print(`  ${dim(name.padEnd(19))}${value}`)
const date = (seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`

try {
  await main()
} catch (error) {
  print(red(error.code ? `${error.code}: ${error.message}` : String(error.stack)))
  process.exitCode = 1
}

async function main() {
  print(bold('zego-token04 quickstart'))
  print(
    isDemo
      ? yellow('Demonstration values: set ZEGO_APP_ID and ZEGO_SERVER_SECRET to make tokens for your own project.')
      : `AppID ${appId} and the ServerSecret of your environment.`
  )
  const serverSecret = importServerSecret(isDemo ? DEMO_SERVER_SECRET : ZEGO_SERVER_SECRET)
  const options = { appId, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600 }

  await show('Basic token', await generateToken04(options), serverSecret)
  const payload = privilegePayload({ roomId: 'demo', canLogin: true, canPublish: false })
  await show('Privilege token', await generateToken04({ ...options, payload }), serverSecret)
}

async function show(title, token, serverSecret) {
  print(`\n${bold(title)}\n\n${token}\n`)

  print(dim('  read without the secret'))
  const { version, mode, expire, iv, ciphertext } = decodeToken04(token)
  row('version, mode', `${version}, AES-256-${mode.toUpperCase()}`)
  row('expires', date(expire))
  row(mode === 'gcm' ? 'nonce' : 'IV', `${iv.length} bytes`)
  row('ciphertext', `${ciphertext.length} bytes`)

  print(dim('\n  verified with the secret'))
  const verified = await verifyToken04(token, { serverSecret, appId, userId: 'demo' })
  const { claims, payload, authenticated } = verified
  row('app_id', claims.app_id)
  row('user_id', claims.user_id)
  row('nonce', claims.nonce)
  row('ctime', `${claims.ctime}  ${dim(date(claims.ctime))}`)
  row('expire', `${claims.expire}  ${dim(date(claims.expire))}`)
  row('payload', payload === null ? dim('none: a basic token') : claims.payload)
  row('authenticated', authenticated ? green('yes') : yellow('no'))

  print(dim('\n  what ZEGO allows in room "demo", by what it checks'))
  for (const rule of ['login', 'publish', 'login-and-publish']) {
    const answers = ['login', 'publish'].map((action) => {
      const answer = authorize(verified, { action, roomId: 'demo', streamId: 'demo-camera' }, rule)
      return `${action} ${answer.allowed ? green('allowed') : red(`denied (${answer.code})`)}`
    })
    row(rule, answers.join(dim(' · ')))
  }
}
