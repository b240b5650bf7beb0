/** True in a browser page, a browser's worker, React Native and an Electron renderer; false in servers and edge runtimes. */
export function isBrowser(scope: object = globalThis): boolean {
  const { process, navigator, ...has } = marks(scope)
  if (process?.type === 'renderer') return true
  if (navigator?.product === 'ReactNative') return true
  if (process?.versions?.node !== undefined || has.server) return false
  return has.client
}

interface Process {
  readonly type?: unknown
  readonly versions?: { readonly node?: unknown }
}

// a simulated browser, such as jsdom, runs on Node.js and keeps its process.versions; a polyfilled process has none
function marks(scope: object) {
  const { process, navigator } = scope as { process?: Process; navigator?: { readonly product?: unknown } }
  return {
    process,
    navigator,
    // Deno; Bun; Vercel's edge runtime; workerd
    server: ['Deno', 'Bun', 'EdgeRuntime', 'WebSocketPair'].some((name) => name in scope),
    client: 'document' in scope || 'WorkerGlobalScope' in scope
  }
}
