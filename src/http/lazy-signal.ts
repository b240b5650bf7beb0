import type { AuthenticationContext } from './types.js'

/** A signal that is only made where someone asks for it. */
export class LazySignal implements AuthenticationContext {
  #controller: AbortController | undefined
  #isAborted = false

  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#isAborted) this.#controller.abort()
    return this.#controller.signal
  }

  abort(): void {
    this.#isAborted = true
    this.#controller?.abort()
  }
}
