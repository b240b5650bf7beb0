import { browserRefused } from './browser/refuse.js'
import type * as server from './http.js'

export const createTokenHandler: typeof server.createTokenHandler = () => {
  throw browserRefused('createTokenHandler()')
}

export const createTokenListener: typeof server.createTokenListener = () => {
  throw browserRefused('createTokenListener()')
}
