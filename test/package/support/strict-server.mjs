import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'

// scripts of this origin and nothing else: no inline script, no code from text
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'"
const PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>app</title>'

/** Serves /<app>/<entry>/<file> from the folders of what was bundled, and a page at /<app>/<entry>/, under a strict policy. */
export async function startStrictServer(apps) {
  const server = createServer((request, response) => {
    const [, app, entry, file] = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).split('/')
    const folder = apps[app]?.[entry]
    const isPage = file === '' || file === 'empty'
    try {
      const body = isPage ? page(file) : readFileSync(join(folder, basename(file)))
      response.writeHead(200, {
        'content-type': isPage ? 'text/html' : 'text/javascript',
        'content-security-policy': POLICY.replace("default-src 'none'", "default-src 'none'; img-src data:"),
        'cache-control': 'no-store'
      })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: (app, entry, file = '') => `http://127.0.0.1:${server.address().port}/${encodeURIComponent(app)}/${entry}/${file}`,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections())
  }
}

function page(file) {
  return file === '' ? `${PAGE}<script type="module" src="bundle.js"></script>` : PAGE
}
