import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

// as the package says it, since its name does not lead out of this folder
const { exports } = JSON.parse(readFileSync(path('../package.json'), 'utf8'))
const library = path(`../${exports['./dev-browser'].import.default}`)

const REFUSAL =
  'The demo is not built for production: it makes tokens in the browser, so whoever published it would publish the ServerSecret ' +
  'with it. Run it with "npm run demo", on your own machine, and make tokens on a server.'

export default ({ command }) => {
  if (command === 'build') throw new Error(REFUSAL)
  return {
    root: path('.'),
    cacheDir: path('node_modules/.vite'),
    resolve: { alias: { 'zego-token04/dev-browser': library } },
    server: {
      host: '127.0.0.1',
      hmr: false,
      fs: { strict: true, allow: [path('.'), dirname(library), path('../vectors'), path('../schema')] }
    },
    optimizeDeps: { noDiscovery: true },
    plugins: [withoutClient]
  }
}

// Vite's client opens a WebSocket; this page asks the network for nothing once it is loaded
const withoutClient = {
  name: 'without-client',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace(/<script type="module" src="\/@vite\/client"><\/script>\s*/, '')
  }
}
