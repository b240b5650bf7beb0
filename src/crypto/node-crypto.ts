import { createRequire } from 'node:module'

let loaded: typeof import('node:crypto') | undefined

/** `node:crypto`, loaded when it is first used: that takes longer than loading this library. */
export function nodeCrypto(): typeof import('node:crypto') {
  // Node.js has getBuiltinModule since 20.16
  loaded ??= process.getBuiltinModule?.('node:crypto') ?? createRequire(process.execPath)('node:crypto')
  return loaded as typeof import('node:crypto')
}
