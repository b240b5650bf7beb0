import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../support/run-command.mjs'
import { programOf, versionOf } from '../support/tools.mjs'

// [compiler, the module resolutions it is asked for, as [module, moduleResolution]]
const NODE = [
  ['Node16', 'Node16'],
  ['NodeNext', 'NodeNext']
]
const BUNDLER = ['ESNext', 'Bundler']
const CLASSIC = ['CommonJS', 'Node']
const COMPILERS = [
  // the oldest that knows `exports`; it does not know Bundler yet
  ['typescript-4.7', [...NODE, CLASSIC]],
  ['typescript-5.0', [...NODE, BUNDLER, CLASSIC]],
  ['typescript-5.9', [...NODE, BUNDLER, CLASSIC]],
  ['typescript-6', [...NODE, BUNDLER]]
]

const OPTIONS = {
  target: 'ES2022',
  // neither the DOM nor the types of Node.js are asked for
  lib: ['ES2022'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  isolatedModules: true,
  noEmit: true
}

/** The types, from the oldest compiler that is supported to the newest, each file of declarations checked too. */
export async function checkTypes({ check }, project) {
  for (const [compiler] of COMPILERS) {
    await check('types', `TypeScript ${versionOf(compiler)}, the token endpoint, with the types of the web`, async () => {
      const config = `tsconfig.${compiler}.web.json`
      const compilerOptions = { ...OPTIONS, module: 'NodeNext', moduleResolution: 'NodeNext', lib: ['ES2022', 'DOM'] }
      writeFileSync(join(project, config), JSON.stringify({ compilerOptions, files: ['endpoint.ts'] }))
      await runCommand(process.execPath, [programOf(compiler, 'tsc'), '-p', config], { cwd: project })
    })
  }
  // the same, as CommonJS
  copyFileSync(join(project, 'index.ts'), join(project, 'required.cts'))
  for (const [compiler, resolutions] of COMPILERS) {
    for (const [module, moduleResolution] of resolutions) {
      await check('types', `TypeScript ${versionOf(compiler)}, ${moduleResolution}`, async () => {
        const config = `tsconfig.${compiler}.${moduleResolution}.json`
        const compilerOptions = { ...OPTIONS, module, moduleResolution }
        writeFileSync(join(project, config), JSON.stringify({ compilerOptions, files: ['index.ts', 'required.cts'] }))
        await runCommand(process.execPath, [programOf(compiler, 'tsc'), '-p', config], { cwd: project })
      })
    }
  }
}
