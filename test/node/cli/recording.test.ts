import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { documents } from '../../support/markdown.js'

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url))
const README = readFileSync(path('README.md'), 'utf8')

/** Compares a recording with what its commands print now. */
function replay(...args: string[]) {
  return new Promise<{ failed: boolean; printed: string }>((resolve) => {
    execFile(process.execPath, [path('test/recording/run.mjs'), ...args], (error, stdout, stderr) => {
      resolve({ failed: error !== null, printed: stdout + stderr })
    })
  })
}

test('the recording of the guide, in both languages, shows what its commands print', async () => {
  const recorded = documents().filter(({ blocks }) => blocks.some(({ language }) => language === 'console'))
  expect(recorded.map(({ file }) => file).sort()).toEqual(['README.md', 'README.zh-CN.md'])
  expect(await replay()).toEqual({ failed: false, printed: expect.stringMatching(/^(\d+ commands print what is shown\n){2}$/) })
})

test('a recording that is out of date is noticed, and can be made anew', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'token04-')), 'README.md')
  writeFileSync(file, README.replace('Token04, GCM', 'Token04, ECB'))
  expect(await replay(file)).toMatchObject({
    failed: true,
    printed: expect.stringContaining('the commands print something else now')
  })
  expect(await replay('--write', file)).toMatchObject({ failed: false })
  expect(readFileSync(file, 'utf8')).toBe(README)
})
