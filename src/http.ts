/**
 * A token endpoint for servers: the client asks your server, and your server answers with a token. In a browser
 * it throws `BROWSER_REFUSED`.
 *
 * @module zego-token04/http
 */
export { createTokenHandler } from './http/create-token-handler.js'
export { createTokenListener } from './http/create-token-listener.js'
export type { NodeRequest, NodeResponse } from './http/node-types.js'
export type * from './http/types.js'
export type { TokenAnswer } from './types.js'
