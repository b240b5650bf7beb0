import { run } from './bundled-suite.mjs'

// biome-ignore lint/style/noDefaultExport: `workerd test` calls it
export default {
  async test() {
    console.log(`OUTCOME ${await run()}`)
  }
}
