import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { CHROMIUM_ARGS, findChromium } from './test/support/find-chromium.js'

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

// minutes of work: npm run test:planted-bugs
const PLANTED_BUGS = 'test/node/conformance/broken-ports.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: { 'zego-token04/dev-browser': source('dev-browser.ts') } },
        test: {
          name: 'node',
          include: ['test/suite/**/*.test.ts', 'test/node/**/*.test.ts', 'fuzz/**/*.test.ts', 'demo/test/*.test.ts'],
          exclude: [PLANTED_BUGS],
          testTimeout: 60_000
        }
      },
      { test: { name: 'planted-bugs', include: [PLANTED_BUGS], testTimeout: 120_000 } },
      {
        resolve: {
          alias: {
            '#backend': source('crypto/webcrypto.ts'),
            '#base64': source('encoding/base64-web.ts'),
            '#utf8': source('encoding/utf8-web.ts')
          }
        },
        test: {
          name: 'node-webcrypto',
          include: ['test/suite/**/*.test.ts', 'test/webcrypto/**/*.test.ts'],
          testTimeout: 60_000
        }
      },
      {
        test: {
          name: 'chromium',
          include: ['test/suite/**/*.test.ts', 'test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: await findChromium(), args: CHROMIUM_ARGS } }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ],
    sequence: { shuffle: true },
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      exclude: ['demo/**', 'src/**/compiled.js', 'src/cli/main.ts', 'src/**/*types.ts'],
      reporter: ['text', 'json-summary'],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 }
    }
  }
})
