import { fileURLToPath } from 'node:url'

const PACKAGE = fileURLToPath(new URL('../node_modules/zego-token04/', import.meta.url))
const ENTRIES = ['sync', 'server-assistant', 'http', 'testing', 'dev-browser']
const NAMES = ['zego-token04', ...ENTRIES.map((entry) => `zego-token04/${entry}`)]

/** Tells the page what Vite resolves the names of the package to: `import { resolution } from 'virtual:resolution'`. */
export function resolutionPlugin() {
  return {
    name: 'resolution',
    resolveId: (id) => (id === 'virtual:resolution' ? '\0virtual:resolution' : undefined),
    async load(id) {
      if (id !== '\0virtual:resolution') return undefined
      const resolution = {}
      for (const name of NAMES) {
        // Vite throws for what the package does not export under its conditions
        const resolved = await this.resolve(name, import.meta.filename).catch(() => null)
        resolution[name] = resolved?.id.replace(PACKAGE, '').split('?')[0] ?? null
      }
      return `export const resolution = ${JSON.stringify(resolution)}`
    }
  }
}
