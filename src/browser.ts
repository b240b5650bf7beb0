import { browserRefused } from './browser/refuse.js'
import { refusedDiagnosis } from './browser/refused-diagnosis.js'
import type * as server from './index.js'

export * from './shared.js'

export const generateToken04: typeof server.generateToken04 = async () => {
  throw browserRefused('generateToken04()')
}

export const verifyToken04: typeof server.verifyToken04 = async () => {
  throw browserRefused('verifyToken04()')
}

export const importServerSecret: typeof server.importServerSecret = () => {
  throw browserRefused('importServerSecret()')
}

export const diagnoseToken04: typeof server.diagnoseToken04 = async (_token, options) => refusedDiagnosis(options)
