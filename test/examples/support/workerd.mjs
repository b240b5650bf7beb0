import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript'
import { temporaryFolder } from '../../package/support/paths.mjs'
import { installFolder } from './install.mjs'
import { inRoot } from './paths.mjs'
import { start } from './start.mjs'

const FOLDER = 'test/examples/workerd'
const WORKERD = inRoot(`${FOLDER}/node_modules/@cloudflare/workerd-linux-64/bin/workerd`)

/** Why a worker cannot run here, if it cannot. */
export async function whyNoWorkerd(say) {
  await installFolder(FOLDER, say)
  return existsSync(WORKERD) ? undefined : 'workerd comes inside an npm package for Linux on x64 only'
}

/** Bundles a worker as Cloudflare's tools do, and serves it with workerd, by what its wrangler.jsonc says. */
export async function startWorkerd(folder) {
  const { config } = ts.parseConfigFileTextToJson('wrangler.jsonc', readFileSync(inRoot(`${folder}/wrangler.jsonc`), 'utf8'))
  const out = temporaryFolder('workerd')
  await build({
    entryPoints: [inRoot(`${folder}/${config.main}`)],
    outfile: join(out, 'worker.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    conditions: ['workerd', 'worker', 'browser'],
    logLevel: 'silent'
  })
  writeFileSync(join(out, 'config.capnp'), configOf(config))
  // workerd tells on this descriptor which port it got
  const args = ['serve', join(out, 'config.capnp'), '--control-fd=3']
  return start(WORKERD, args, {
    fd: 3,
    urlOf: (text) => {
      const [, port] = /"event":"listen".*"port":(\d+)/.exec(text) ?? []
      return port && `http://127.0.0.1:${port}/api/zego-token`
    }
  })
}

function configOf({ compatibility_date, vars }) {
  // a secret is not in the file of a worker, but in the environment
  const names = [...Object.keys(vars), 'ZEGO_SERVER_SECRET']
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "worker", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")],
    compatibilityDate = ${JSON.stringify(compatibility_date)},
    bindings = [${names.map((name) => `(name = "${name}", fromEnvironment = "${name}")`).join(', ')}]
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")]
);
`
}
