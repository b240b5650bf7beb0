// Starts every example, asks it for tokens over HTTP, verifies them, and stops it: npm run test:examples [-- --require-all] [-- --only hono,client]
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../examples/ensure-built.mjs'
import { startReport, table } from '../package/support/report.mjs'
import { installExample } from './support/install.mjs'
import { startNode } from './support/start.mjs'
import { startWorkerd, whyNoWorkerd } from './support/workerd.mjs'

const server = (name) => () => startNode(`examples/${name}/server.mjs`)
/** [what its server is started with, what starts it] */
const SERVERS = {
  'node-http': ['Node.js', server('node-http')],
  express: ['Node.js', server('express')],
  fastify: ['Node.js', server('fastify')],
  hono: ['Node.js', server('hono')],
  nextjs: [
    'its functions on node:http, without Next.js',
    () => startNode('test/examples/support/serve-route.mjs', 'examples/nextjs/app/api/zego-token/route.js')
  ],
  'cloudflare-worker': ['workerd', () => startWorkerd('examples/cloudflare-worker'), whyNoWorkerd]
}
const NAMES = [...Object.keys(SERVERS), 'client']

const { values: options } = parseArgs({
  options: { 'require-all': { type: 'boolean', default: false }, only: { type: 'string' } }
})
const only = options.only?.split(',') ?? NAMES
const unknown = only.filter((name) => !NAMES.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}; there are ${NAMES.join(', ')}.\n`)
  process.exit(2)
}
const say = (line = '') => process.stdout.write(`${line}\n`)
const report = startReport(say)

// what runs is stopped on the way out
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

ensureBuilt()
// they import what was just built
const { checkEndpoint } = await import('./checks/endpoint.mjs')
const { checkClient } = await import('./checks/client.mjs')
for (const name of only) {
  const [where, start, whyNot] = SERVERS[name] ?? ['Node.js', server('node-http')]
  const reason = await whyNot?.(say)
  if (reason) {
    report.skip(name, `starts and stops (${where})`, reason)
    continue
  }
  await report.check(name, `starts and stops (${where})`, async () => {
    await installExample(name, say)
    const running = await start()
    try {
      await (name === 'client' ? checkClient : checkEndpoint)(report, name, running)
    } finally {
      await running.stop()
    }
  })
}

const count = (verdict) => report.rows.filter((row) => row.verdict === verdict).length
say(`\n${table(report.rows)}\n`)
say(`${report.rows.length} checks: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
process.exitCode = count('failed') > 0 || (options['require-all'] && count('skipped') > 0) ? 1 : 0
