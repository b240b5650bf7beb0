/**
 * What the listener needs of a request: those of `node:http`, `node:https`, `node:http2`, Express and Connect have it.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { createTokenListener, type NodeRequest } from 'zego-token04/http'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const listener = createTokenListener({ appId: 1, serverSecret, authenticate: () => null })
 * const isToken = (request: NodeRequest) => request.url === '/token'
 * const server = createServer((request, response) => (isToken(request) ? listener(request, response) : response.end()))
 * server.listening // => false
 * ```
 */
export interface NodeRequest {
  /** Method of HTTP. */
  readonly method?: string | undefined
  /** Path and query. */
  readonly url?: string | undefined
  /** Headers, by names in lower case. */
  readonly headers: { readonly [name: string]: string | string[] | undefined }
  /** True once the whole body has arrived. */
  readonly complete: boolean
  /** True once the body has been read to its end, as a body parser does. */
  readonly readableEnded: boolean
  /** 1, or 2. */
  readonly httpVersionMajor: number
  /** Subscribes to the events of a readable stream. */
  on(event: string, listener: (value: unknown) => void): unknown
  /** Lets the body flow. */
  resume(): unknown
  /** Gives the request up. */
  destroy(): unknown
}

/**
 * What the listener needs of a response: those of `node:http`, `node:https`, `node:http2`, Express and Connect have it.
 *
 * @example
 * ```ts
 * import { createTokenListener, type NodeRequest, type NodeResponse } from 'zego-token04/http'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const listener = createTokenListener({ appId: 1, serverSecret, authenticate: () => null })
 * const middleware = (request: NodeRequest, response: NodeResponse, next: () => void) =>
 *   request.url === '/token' ? listener(request, response) : next()
 * middleware.length // => 3
 * ```
 */
export interface NodeResponse {
  /** True once the connection is gone, or the answer was given up. */
  readonly destroyed: boolean
  /** True once an answer has begun. */
  readonly headersSent: boolean
  /** Writes status and headers. */
  writeHead(status: number, headers: Record<string, string>): unknown
  /** Writes a part of the body. */
  write(body: string): unknown
  /** Ends the answer. */
  end(body: string): unknown
  /** Subscribes to the events of a writable stream. */
  on(event: string, listener: () => void): unknown
  /** Takes a subscription back. */
  off(event: string, listener: () => void): unknown
}
