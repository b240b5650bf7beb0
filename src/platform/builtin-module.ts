import { createRequire } from 'node:module'

interface BuiltinModules {
  'node:buffer': typeof import('node:buffer')
  'node:crypto': typeof import('node:crypto')
  'node:util': typeof import('node:util')
}

/** A module of Node.js, loaded when it is first used: to import all three beforehand takes twice as long as to load this library. */
export function builtinModule<Name extends keyof BuiltinModules>(name: Name): BuiltinModules[Name] {
  // Node.js has getBuiltinModule since 20.16
  return (process.getBuiltinModule?.(name) ?? createRequire(process.execPath)(name)) as BuiltinModules[Name]
}
