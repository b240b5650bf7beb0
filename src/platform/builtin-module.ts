import { createRequire } from 'node:module'

interface BuiltinModules {
  'node:crypto': typeof import('node:crypto')
  'node:util': typeof import('node:util')
}

/** A module of Node.js, loaded when it is first used: to import it beforehand takes as long as loading this library. */
export function builtinModule<Name extends keyof BuiltinModules>(name: Name): BuiltinModules[Name] {
  // Node.js has getBuiltinModule since 20.16
  return (process.getBuiltinModule?.(name) ?? createRequire(process.execPath)(name)) as BuiltinModules[Name]
}
