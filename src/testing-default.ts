import { refuseBrowser } from './browser/guard.js'
import * as server from './testing.js'

export const sealToken04: typeof server.sealToken04 = async (claims, options) => {
  refuseBrowser('sealToken04()')
  return server.sealToken04(claims, options)
}
