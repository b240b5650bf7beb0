import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = fileURLToPath(new URL('../../', import.meta.url))
const source = (path: string) => `${root}src/${path}`

const shared = {
  root,
  setupFiles: ['test/mutation/fixed-seed.ts'],
  env: { VITE_PROPERTY_RUNS: '50' },
  testTimeout: 60_000
}

/** Slow files last: the first test that fails ends a run. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return [...files].sort((a, b) => slowness(a) - slowness(b))
  }
}

const SLOW = ['hostile-input', 'vectors', 'properties', 'payload', 'canary', 'diagnosis', 'backends']

function slowness({ moduleId }: TestSpecification): number {
  return SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
}

// the projects of the root without what says nothing about the mutated files, or takes long to say it
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: QuickFirst },
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'node',
          include: [
            'test/suite/**/*.test.ts',
            'test/node/{backends,canary,default-build,node-crypto,server-assistant,sync}.test.ts'
          ]
        }
      },
      {
        root,
        resolve: {
          alias: {
            '#backend': source('crypto/webcrypto.ts'),
            '#base64': source('encoding/base64-web.ts'),
            '#utf8': source('encoding/utf8-web.ts')
          }
        },
        test: {
          ...shared,
          name: 'node-webcrypto',
          include: [
            'test/suite/{generate,hostile-input,platform,seal,server-secret,verify}.test.ts',
            'test/webcrypto/**/*.test.ts'
          ]
        }
      }
    ]
  }
})
