import { jsonBody } from './json-body.js'
import type { NodeRequest } from './node-types.js'
import { standIn } from './stand-in.js'

/**
 * The request that `authenticate` gets under Node.js. To make a real `Request` with its headers and body takes longer than all the
 * rest, and most only look at a header and the JSON; so these are answered here, and everything else by a real one that is made when
 * first asked.
 */
export function nodeRequest(message: NodeRequest, body: Uint8Array<ArrayBuffer>): Request {
  standInOnce()
  return new LightRequest(message, body) as unknown as Request
}

class LightHeaders {
  // private, so that who prints it does not print a connection
  readonly #message: NodeRequest
  #real: Headers | undefined

  constructor(message: NodeRequest) {
    this.#message = message
  }

  get(name: string): string | null {
    const value = this.#real === undefined && FIELD_NAME.test(name) ? this.#message.headers[name.toLowerCase()] : undefined
    return typeof value === 'string' ? value : LightHeaders.real(this).get(name)
  }

  static real(light: LightHeaders): Headers {
    light.#real ??= headersOf(light.#message)
    return light.#real
  }
}

// none of those of HTTP/2 that begin with a colon
const FIELD_NAME = /^[a-z][\w-]*$/i

class LightRequest {
  readonly #message: NodeRequest
  readonly #body: Uint8Array<ArrayBuffer>
  readonly #headers: Headers
  #real: Request | undefined

  constructor(message: NodeRequest, body: Uint8Array<ArrayBuffer>) {
    this.#message = message
    this.#body = body
    this.#headers = new LightHeaders(message) as unknown as Headers
  }

  get method(): string {
    return 'POST'
  }

  get headers(): Headers {
    return this.#headers
  }

  json(): Promise<Record<string, unknown>> {
    return jsonBody(this.#body)
  }

  static real(light: LightRequest): Request {
    light.#real ??= new Request(urlOf(light.#message), { method: 'POST', headers: light.#headers, body: light.#body })
    return light.#real
  }
}

let standsIn = false

// not when this module loads, which is to have no effect
function standInOnce(): void {
  if (standsIn) return
  standsIn = true
  standIn(LightHeaders.prototype, Headers.prototype, LightHeaders.real)
  standIn(LightRequest.prototype, Request.prototype, LightRequest.real)
}

function headersOf({ headers }: NodeRequest): Headers {
  const real = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name.startsWith(':')) continue
    real.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return real
}

function urlOf({ url = '/', headers, ...message }: NodeRequest & Mounted): string {
  const path = message.originalUrl ?? url
  const host = headers.host ?? headers[':authority']
  const scheme = message.socket?.encrypted === true ? 'https' : 'http'
  // what a client writes there may be anything
  return urlIfValid(`${scheme}://${host}${path}`) ?? urlIfValid(path) ?? 'http://localhost/'
}

/** Express and Connect take the path of a mounted part out of `url`; `encrypted` is of a TLS socket. */
interface Mounted {
  readonly originalUrl?: string
  readonly socket?: { readonly encrypted?: boolean }
}

function urlIfValid(text: string): string | undefined {
  try {
    return new URL(text).href
  } catch {
    return undefined
  }
}
