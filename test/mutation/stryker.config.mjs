// read by Stryker, which runs in the root of the package
const config = {
  mutate: [
    'src/token/**/*.ts',
    'src/assistant/*.ts',
    'src/crypto/**/*.ts',
    'src/platform/*.ts',
    'src/validation/*.ts',
    '!src/validation/compiled.d.ts',
    'src/errors.ts'
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 20_000,
  thresholds: { high: 98, low: 95, break: 95 },
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: 'test/mutation/reports/mutation.json' },
  htmlReporter: { fileName: 'test/mutation/reports/mutation.html' },
  tempDirName: 'test/mutation/.stryker-tmp',
  ignorePatterns: ['dist', 'coverage', 'demo', 'vectors/ports', 'test/mutation/reports']
}

export default config
