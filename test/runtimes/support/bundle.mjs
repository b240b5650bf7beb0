import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const HERE = fileURLToPath(new URL('../', import.meta.url))

/** Bundles the suite as the tools of a platform do, and gives the file and what the names of the package resolved to. */
export async function bundle({ entry, format, conditions, folder }) {
  const shared = { bundle: true, platform: 'neutral', conditions, logLevel: 'silent', absWorkingDir: HERE }
  const outfile = join(folder, `bundle-${conditions.join('-') || 'default'}.js`)
  const { metafile } = await build({
    ...shared,
    entryPoints: [entry],
    outfile,
    format,
    target: 'es2022',
    metafile: true
  })
  const inputs = Object.entries(metafile.inputs)
  return {
    outfile,
    resolved: {
      import: inputs.map(([path]) => path).find((path) => /\/zego-token04\/dist\/\w+\/index\.js$/.test(path)),
      sync: await resolves('zego-token04/sync', shared),
      http: await resolves('zego-token04/http', shared),
      assistant: await resolves('zego-token04/server-assistant', shared)
    },
    externals: inputs.flatMap(([, { imports }]) => imports.filter(({ external }) => external).map(({ path }) => path))
  }
}

/** What `workerd test` runs. */
export function workerdConfig({ outfile, folder, flags }) {
  const config = join(folder, `config${flags.join('-')}.capnp`)
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "suite", worker = (
  modules = [(name = "suite.js", esModule = embed ${JSON.stringify(outfile.replace(`${folder}/`, ''))})],
  compatibilityDate = "2026-04-01",
  compatibilityFlags = ${JSON.stringify(flags)}
))]);
`
  )
  return config
}

/** What a name resolves to under these conditions, if anything: asked, because a bundle can fail for other reasons. */
async function resolves(name, shared) {
  let found
  const ask = ({ onStart, resolve }) =>
    onStart(async () => {
      found = await resolve(name, { kind: 'import-statement', resolveDir: HERE })
    })
  await build({ ...shared, stdin: { contents: '' }, write: false, plugins: [{ name: 'ask', setup: ask }] })
  return found.path || undefined
}
