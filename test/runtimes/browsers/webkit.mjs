import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { defineBrowserProvider } from '@vitest/browser'
import { findWebKit } from './find.mjs'

/** WebKit for Vitest, over the WebDriver protocol: it only has to open a page, so it needs no client library. */
export function webkit() {
  return defineBrowserProvider({
    name: 'webkit',
    supportedBrowser: ['webkit'],
    options: {},
    providerFactory: () => new WebKit()
  })
}

class WebKit {
  name = 'webkit'
  supportsParallelism = false
  #children = []
  #session

  async openPage(_sessionId, url) {
    this.#session ??= await this.#open()
    await post(`${this.#session}/url`, { url })
  }

  async close() {
    if (this.#session) await fetch(this.#session, { method: 'DELETE', signal: AbortSignal.timeout(5000) }).catch(() => {})
    for (const child of this.#children) child.kill()
  }

  getCommandsContext() {
    return {}
  }

  async #open() {
    const env = {
      ...process.env,
      DISPLAY: `:${await this.#startDisplay()}`,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LIBGL_ALWAYS_SOFTWARE: '1'
    }
    const port = await freePort()
    this.#children.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }))
    const driver = `http://127.0.0.1:${port}`
    await ready(`${driver}/status`)
    const options = { binary: findWebKit(), args: ['--automation'] }
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } }
    const { sessionId } = await post(`${driver}/session`, { capabilities })
    return `${driver}/session/${sessionId}`
  }

  /** Xvfb takes a display that is free, and says which. */
  async #startDisplay() {
    const child = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    this.#children.push(child)
    const [display] = await once(createInterface(child.stdio[3]), 'line', { signal: AbortSignal.timeout(20_000) })
    return display
  }
}

async function post(url, body) {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(60_000) })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`)
  return value
}

async function ready(url) {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (await fetch(url).catch(() => undefined)) return
  }
  throw new Error('WebKitWebDriver did not start')
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}
