import type { AuthenticationContext } from './types.js'

/** A signal that is only made where someone asks for it. */
export interface LazySignal {
  readonly context: AuthenticationContext
  abort(): void
}

export function lazySignal(): LazySignal {
  let controller: AbortController | undefined
  let isAborted = false
  return {
    context: {
      get signal() {
        controller ??= new AbortController()
        if (isAborted) controller.abort()
        return controller.signal
      }
    },
    abort() {
      isAborted = true
      controller?.abort()
    }
  }
}
