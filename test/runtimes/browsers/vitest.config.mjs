import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { CHROMIUM_ARGS, findChromium } from '../../support/find-chromium.ts'
import { findFirefox } from './find.mjs'
import { resolutionPlugin } from './resolution.mjs'
import { webkit } from './webkit.mjs'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const HERE = fileURLToPath(new URL('../', import.meta.url))

// one browser a run, named by the runner: one that does not start takes no other with it
const browser = process.env.TOKEN04_BROWSER

const providers = {
  chromium: async () => playwright({ launchOptions: { executablePath: await findChromium(), args: CHROMIUM_ARGS } }),
  // Playwright drives a Firefox of the distribution over WebDriver BiDi, which this channel stands for
  firefox: () => playwright({ launchOptions: { channel: 'moz-firefox', executablePath: findFirefox() } }),
  webkit
}

// biome-ignore lint/style/noDefaultExport: Vitest asks for it
export default defineConfig({
  root: HERE,
  plugins: [resolutionPlugin()],
  server: { fs: { allow: [ROOT] } },
  // what the package is made of is served as it is, file by file
  optimizeDeps: { exclude: ['zego-token04'] },
  test: {
    include: ['browsers/suite.test.mjs'],
    testTimeout: 30_000,
    browser: {
      enabled: true,
      headless: browser !== 'webkit',
      ui: false,
      screenshotFailures: false,
      provider: await providers[browser](),
      instances: [{ browser }]
    }
  }
})
