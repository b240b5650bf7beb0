import { refuseBrowser } from './browser/guard.js'
import { isBrowser } from './browser/is-browser.js'
import { refusedDiagnosis } from './browser/refused-diagnosis.js'
import * as server from './index.js'

export * from './shared.js'

export const generateToken04: typeof server.generateToken04 = async (options) => {
  refuseBrowser('generateToken04()')
  return server.generateToken04(options)
}

export const verifyToken04: typeof server.verifyToken04 = async (token, options) => {
  refuseBrowser('verifyToken04()')
  return server.verifyToken04(token, options)
}

export const importServerSecret: typeof server.importServerSecret = (secret) => {
  refuseBrowser('importServerSecret()')
  return server.importServerSecret(secret)
}

export const diagnoseToken04: typeof server.diagnoseToken04 = async (token, options) =>
  isBrowser() ? refusedDiagnosis(options) : server.diagnoseToken04(token, options)
