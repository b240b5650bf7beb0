import { refuseBrowser } from './browser/guard.js'
import * as server from './http.js'

export const createTokenHandler: typeof server.createTokenHandler = (options) => {
  refuseBrowser('createTokenHandler()')
  return server.createTokenHandler(options)
}

export const createTokenListener: typeof server.createTokenListener = (options) => {
  refuseBrowser('createTokenListener()')
  return server.createTokenListener(options)
}
