import { browserRefused } from './browser/refuse.js'
import type * as server from './testing.js'

export const sealToken04: typeof server.sealToken04 = async () => {
  throw browserRefused('sealToken04()')
}
