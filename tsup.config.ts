import { copyFile } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

const shared: Options = {
  format: ['esm', 'cjs'],
  target: 'es2022',
  treeshake: false,
  splitting: true,
  sourcemap: false,
  removeNodeProtocol: false,
  // less to read when it loads, and still legible
  esbuildOptions: (options) => {
    options.minifySyntax = true
  },
  silent: true
}

const nodeEntries = {
  index: 'src/index.ts',
  sync: 'src/sync.ts',
  'server-assistant': 'src/server-assistant.ts',
  testing: 'src/testing.ts',
  http: 'src/http.ts'
}

// what the main entry loads when a token is to be examined; were it split off, both would share a file, one more to load
const EXAMINE = { examine: 'src/diagnosis/examine.ts' }
const examineStaysOutside: Plugin = {
  name: 'examine stays outside',
  setup({ initialOptions, onResolve }) {
    const extension = initialOptions.outExtension?.['.js'] ?? '.js'
    onResolve({ filter: /\/diagnosis\/examine\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./examine${extension}`, external: true } : undefined
    )
  }
}

// one build for each platform; package.json "imports" gives `#backend`, `#base64` and `#utf8` their meaning in each
export default defineConfig([
  // in Node.js each entry is one file: to find and read a second one takes longer than what is in it
  ...Object.entries({ ...nodeEntries, ...EXAMINE }).map(([name, path]) => ({
    ...shared,
    entry: { [name]: path },
    outDir: 'dist/node',
    platform: 'node' as const,
    esbuildPlugins: [examineStaysOutside]
  })),
  { entry: nodeEntries, outDir: 'dist/node', format: shared.format, silent: true, dts: { only: true } },
  {
    ...shared,
    entry: { index: 'src/index.ts', testing: 'src/testing.ts', http: 'src/http.ts' },
    outDir: 'dist/web',
    platform: 'neutral'
  },
  {
    ...shared,
    entry: { index: 'src/dev-browser.ts' },
    outDir: 'dist/dev-browser',
    platform: 'neutral',
    // a backend that warns
    esbuildOptions: (options) => {
      options.minifySyntax = true
      options.conditions = ['dev-browser']
    },
    dts: true
  },
  {
    ...shared,
    entry: { index: 'src/default.ts', testing: 'src/testing-default.ts', http: 'src/http-default.ts' },
    outDir: 'dist/default',
    platform: 'neutral'
  },
  {
    ...shared,
    entry: { index: 'src/browser.ts', testing: 'src/testing-browser.ts', http: 'src/http-browser.ts' },
    outDir: 'dist/browser',
    platform: 'neutral'
  },
  {
    ...shared,
    format: 'esm',
    // the command, and the runner for scripts of this repository
    entry: { main: 'src/cli/main.ts', conformance: 'src/conformance/index.ts' },
    outDir: 'dist/cli',
    platform: 'node',
    noExternal: [/./],
    // the argument parser is CommonJS, and asks for modules of Node.js that way
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)" },
    // what is bundled keeps its licence
    onSuccess: () => copyFile('node_modules/commander/LICENSE', 'dist/cli/LICENSE-commander')
  }
])
