import type { TokenHandlerOptions } from '../../../src/http.js'
import { NOW, now, SECRET } from '../../support/tokens.js'

/** Options of an endpoint that gives everyone the token of one user. */
export function options(patch: object = {}): TokenHandlerOptions {
  return { appId: 1, serverSecret: SECRET, authenticate: () => ({ userId: 'demo' }), now, ...patch }
}

/** A request for a token. */
export function ask(init: RequestInit & { duplex?: 'half' } = {}): Request {
  return new Request('https://example.com/token', { method: 'POST', ...init })
}

/** A body of a stream, so of no declared length. */
export function streamed(...chunks: (string | Uint8Array)[]): { body: ReadableStream; duplex: 'half' } {
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)
      controller.close()
    }
  })
  return { body, duplex: 'half' }
}

/** Something that happens later, when a test says so. */
export function later<T>() {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

export { NOW, now, SECRET }
