import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Command, Option } from 'commander'
import { createTokenListener } from '../http/create-token-listener.js'
import type { AuthenticatedUser } from '../http/types.js'
import { answering } from './answer.js'
import type { Context } from './context.js'
import { making } from './making.js'
import { jsonOption, newCommand } from './new-command.js'
import { addEffectOptions, type EffectOptions, listOption, numberOption, requiredAppIdOf } from './options.js'
import { printable } from './printable.js'
import { readSecret } from './read-secrets.js'
import { paintFor } from './terminal.js'
import { UsageError } from './usage-error.js'

interface Options extends EffectOptions {
  readonly appId?: number
  readonly host: string
  readonly port: number
  readonly corsOrigin?: readonly string[]
}

// names are not resolved: what they mean is up to the machine
const LOOPBACK: ReadonlyMap<string, string> = new Map([
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', '127.0.0.1'],
  ['::1', '::1']
])
const PATH = '/token'
const DEFAULT_PORT = 8004

/** `zego-token04 serve`: a token endpoint for development, on this machine alone. */
export function serveCommand(context: Context): Command {
  const { options } = context.texts
  const command = newCommand('serve', context, [
    'zego-token04 serve --app-id 1',
    'zego-token04 serve --app-id 1 --port 0 --cors-origin http://localhost:5173',
    `curl -d '{"userId":"demo","roomId":"room","canPublish":true}' http://127.0.0.1:${DEFAULT_PORT}${PATH}`
  ])
    .addOption(numberOption('--app-id <id>', options.appId, context))
    .addOption(numberOption('--port <port>', options.port, context).default(DEFAULT_PORT))
    .addOption(new Option('--host <host>', options.host).default('127.0.0.1'))
    .addOption(listOption('--cors-origin <origin>', options.corsOrigin))
  return addEffectOptions(command, context)
    .addOption(jsonOption(context))
    .action(async (given: Options) => {
      const server = await startServer(given, context)
      const url = urlOf(server)
      await answering(context, () => ({ json: { ok: true, url }, text: context.texts.serve.listening(url) }))()
      await context.terminal.untilInterrupted?.()
      // who is being answered still gets the answer
      server.close()
      await once(server, 'close')
    })
}

async function startServer(options: Options, context: Context): Promise<Server> {
  const { terminal, texts } = context
  const host = LOOPBACK.get(options.host)
  if (host === undefined) throw new UsageError(texts.wrongUse.notLoopback)
  const { mode, effectiveTime: effectiveTimeInSeconds, corsOrigin: origins } = options
  const appId = requiredAppIdOf(options, context)
  const serverSecret = await readSecret(options.secretFile, context)
  const answerCall = making(() =>
    createTokenListener({
      ...{ appId, serverSecret, mode, effectiveTimeInSeconds, now: terminal.now },
      authenticate: believe,
      onError: (error) => terminal.stderr.write(`${printable((error as Error).message)}\n`),
      cors: origins === undefined ? undefined : { origins }
    })
  )
  const server = createServer((request, response) => {
    const refusal = refusalOf(request)
    if (refusal === undefined) answerCall(request, response)
    else refuse(refusal, response)
  })
  await once(server.listen(options.port, host), 'listening')
  terminal.stderr.write(`${paintFor(terminal, terminal.stderr)('red', texts.serve.warning)}\n`)
  return server
}

/** Takes everybody for who he says he is. */
async function believe(request: Request): Promise<AuthenticatedUser> {
  const { userId, roomId, canLogin, canPublish, streamIds } = await request.json()
  return { userId, roomId, canLogin, canPublish, streamIds }
}

type Refusal = readonly [status: number, code: string, message: string]

function refusalOf({ headers, url }: IncomingMessage): Refusal | undefined {
  // a page elsewhere may have its own name point here, and would then be of the same origin
  if (!LOOPBACK.has(hostnameOf(headers.host))) return [421, 'MISDIRECTED_REQUEST', 'This is for this machine alone.']
  return url === PATH ? undefined : [404, 'NOT_FOUND', `There is only ${PATH}.`]
}

function hostnameOf(host = ''): string {
  return host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
}

function refuse([status, code, message]: Refusal, response: ServerResponse): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { code, message } }))
}

function urlOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}${PATH}`
}
