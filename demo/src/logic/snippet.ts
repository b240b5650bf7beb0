import { type GenerateForm, streamsOf } from './generate-form.js'

/** The program that makes the token of a form on a server. The secret is read from the environment, not written into it. */
export function snippetOf(form: GenerateForm): string {
  const { appId, userId, effectiveTimeInSeconds, mode, kind, isKit } = form
  const isPrivilege = kind === 'privilege'
  const names = [isKit && 'generateKitToken', 'generateToken04', isPrivilege && 'privilegePayload'].filter(Boolean)
  const options = [
    `appId: ${appId.trim()}`,
    `userId: ${quoted(userId)}`,
    'serverSecret: process.env.ZEGO_SERVER_SECRET',
    `effectiveTimeInSeconds: ${effectiveTimeInSeconds.trim()}`,
    mode === 'cbc' && "mode: 'cbc'",
    isPrivilege && `payload: privilegePayload(${privilegeOf(form)})`
  ].filter((line) => line !== false)
  const lines = [
    `import { ${names.join(', ')} } from 'zego-token04'`,
    '',
    'const token = await generateToken04({',
    options.map((line) => `  ${line}`).join(',\n'),
    '})'
  ]
  return [...lines, ...(isKit ? [`const kitToken = generateKitToken(token, ${kitUserOf(form)})`] : [])].join('\n')
}

function privilegeOf({ roomId, canLogin, canPublish, streamIds }: GenerateForm): string {
  const streams = streamsOf(streamIds)
  const list = streams === null ? '' : `,\n    streamIds: [${streams.map(quoted).join(', ')}]`
  return `{\n    roomId: ${quoted(roomId)},\n    canLogin: ${canLogin},\n    canPublish: ${canPublish}${list}\n  }`
}

function kitUserOf({ appId, userId, roomId, userName }: GenerateForm): string {
  const lines = [
    `appId: ${appId.trim()}`,
    `userId: ${quoted(userId)}`,
    `roomId: ${quoted(roomId)}`,
    `userName: ${quoted(userName)}`
  ]
  return `{\n${lines.map((line) => `  ${line}`).join(',\n')}\n}`
}

function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner}'`
}
