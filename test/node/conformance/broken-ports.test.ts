import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { BUGS } from '../../conformance/broken-port.mjs'

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'broken-ports-'))
afterAll(() => rmSync(reports, { recursive: true }))

/** Puts a port through all levels: the exit code, and the flags of the cases that failed. */
async function conformance(name: string, command: string[], options: string[] = []) {
  const report = join(reports, `${name}.json`)
  const args = [path('dist/cli/main.js'), 'conformance', '--level', '3', '--json', report, ...options]
  const exitCode = await new Promise((resolve) => {
    const child = execFile(process.execPath, [...args, '--', process.execPath, ...command], { maxBuffer: 2 ** 26 })
    child.once('exit', resolve)
  })
  return { exitCode, failingFlags: JSON.parse(readFileSync(report, 'utf8')).failingFlags }
}

// each takes a second or two of two processes, and more where a port has to be started again and again
describe.concurrent('the conformance suite', { timeout: 120_000 }, () => {
  test('passes the port that all the broken ones are made from', async () => {
    const sound = await conformance('sound', [path('vectors/ports/node/token04.mjs')])
    expect(sound).toEqual({ exitCode: 0, failingFlags: [] })
  })

  test.each(Object.entries(BUGS))('catches the bug %s', async (name, { does, flags, timeoutMs = 10_000 }) => {
    const options = ['--timeout', String(timeoutMs)]
    const broken = await conformance(name, [path('test/conformance/broken-port.mjs'), name], options)
    expect(broken.exitCode, `a port that ${does}`).toBe(1)
    expect(broken.failingFlags, `a port that ${does}`).toEqual(expect.arrayContaining([...flags]))
  })
})
