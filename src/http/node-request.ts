import { jsonBody } from './json-body.js'
import type { NodeRequest } from './node-types.js'

/**
 * The request that `authenticate` gets under Node.js. To make a real `Request` with its body takes longer than all the rest, and most
 * only look at a header and the JSON; so these are answered here, and everything else by a real one that is made when first asked.
 */
export function nodeRequest(message: NodeRequest, body: Uint8Array<ArrayBuffer>): Request {
  becomeRequest()
  return new LightRequest({ message, body }) as unknown as Request
}

interface Source {
  readonly message: NodeRequest
  readonly body: Uint8Array<ArrayBuffer>
  headers?: Headers
  real?: Request
}

class LightRequest {
  // private, so that who prints it does not print a connection
  readonly #source: Source

  constructor(source: Source) {
    this.#source = source
  }

  static sourceOf(light: LightRequest): Source {
    return light.#source
  }

  get method(): string {
    return 'POST'
  }

  get headers(): Headers {
    return headersOf(this.#source)
  }

  json(): Promise<Record<string, unknown>> {
    return jsonBody(this.#source.body)
  }
}

let isRequest = false

// an instanceof Request, with every member of it; not when this module loads, which is to have no effect
function becomeRequest(): void {
  if (isRequest) return
  isRequest = true
  const { prototype } = LightRequest
  for (const [name, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(Request.prototype))) {
    if (Object.hasOwn(prototype, name)) continue
    if (get !== undefined) Object.defineProperty(prototype, name, { get: forwardGet(name as keyof Request) })
    else if (typeof value === 'function') Object.defineProperty(prototype, name, { value: forwardCall(name as keyof Request) })
  }
  Object.setPrototypeOf(prototype, Request.prototype)
}

function forwardGet(name: keyof Request) {
  return function (this: LightRequest) {
    return real(LightRequest.sourceOf(this))[name]
  }
}

function forwardCall(name: keyof Request) {
  return function (this: LightRequest, ...args: unknown[]) {
    const request = real(LightRequest.sourceOf(this))
    return (request[name] as (...args: unknown[]) => unknown).apply(request, args)
  }
}

function real(source: Source): Request {
  source.real ??= new Request(urlOf(source.message), { method: 'POST', headers: headersOf(source), body: source.body })
  return source.real
}

function headersOf(source: Source): Headers {
  if (source.headers === undefined) {
    source.headers = new Headers()
    for (const [name, value] of Object.entries(source.message.headers)) {
      // names of HTTP/2 that begin with a colon are no headers
      if (value === undefined || name.startsWith(':')) continue
      source.headers.set(name, Array.isArray(value) ? value.join(', ') : value)
    }
  }
  return source.headers
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
