import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const load = async () => (await import(new URL('../vite.config.mjs', import.meta.url).href)).default

describe('the server of the demo', () => {
  test('refuses to be built for production, and says why', async () => {
    const config = await load()
    expect(() => config({ command: 'build' })).toThrow(/not built for production.*ServerSecret.*npm run demo.*on a server/)
  })

  test('listens on this machine alone', async () => {
    const config = await load()
    expect(config({ command: 'serve' }).server.host).toBe('127.0.0.1')
  })

  test('serves a page that can ask the network for nothing but its own scripts and styles', () => {
    const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8')
    const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page) ?? []
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'"
    )
  })
})
