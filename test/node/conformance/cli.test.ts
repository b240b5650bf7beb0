import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli } from '../../support/cli.js'
import { fakePort } from './support.js'

const conformance = (...args: string[]) => ['conformance', ...args]

describe('exit codes of the conformance command', () => {
  test('0 where every case of the package passes', async () => {
    const { code, out, err } = await cli(conformance('--', ...fakePort('none')))
    expect(out).toMatch(/Conforms: \d{3,} passed, 0 failed, 0 skipped\n$/)
    expect([code, err]).toEqual([0, ''])
  })

  test('0 where cases are skipped', async () => {
    const { code, out } = await cli(conformance('--level', '1', '--filter', 'IvRepeated', '--', ...fakePort('skip')))
    expect([code, out.includes('What was skipped')]).toEqual([0, true])
  })

  test('1 where a case fails', async () => {
    const { code, out } = await cli(conformance('--filter', 'IvRepeated', '--', ...fakePort('refuse')))
    expect([code, out.includes('What failed')]).toEqual([1, true])
  })

  test.each([
    ['an unknown command', ['conformence'], /unknown command 'conformence'\n\(Did you mean conformance\?\)/],
    ['an unknown option', conformance('--levle', '1', '--', 'x'), /unknown option '--levle'\n\(Did you mean --level\?\)/],
    ['no program', conformance(), /missing required argument 'command'/],
    ['an unknown level', conformance('--level', '4', '--', 'x'), /Allowed choices are 1, 2, 3/],
    ['a timeout that is none', conformance('--timeout', '1s', '--', 'x'), /It must be a number of milliseconds/],
    [
      'an unknown flag',
      conformance('--filter', 'Base64Ulr', '--', ...fakePort('none')),
      /has the flag "Base64Ulr"; there are .*Base64Url/
    ],
    [
      'a program that is not there',
      conformance('--', '/nowhere/port'),
      /^error: the port could not be started: spawn .*ENOENT\n$/
    ],
    [
      'a program that does not speak the protocol',
      conformance('--', ...fakePort('wrong-start')),
      /^error: the port answered "start" with no JSON/
    ]
  ])('2 with %s', async (_what, args, message) => {
    const { code, out, err } = await cli(args)
    expect(err).toMatch(message)
    expect([code, out]).toEqual([2, ''])
  })
})

test('help has examples, and asking for it is no mistake', async () => {
  const { code, out } = await cli(conformance('--help'))
  expect(out).toMatch(/Examples:\n {2}zego-token04 conformance -- python3 my_port.py/)
  expect(code).toBe(0)
  expect((await cli(['--help'])).out).toMatch(/conformance \[options\] <command...>/)
  expect((await cli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('without a command the help is shown, as wrong use', async () => {
  const { code, err } = await cli([])
  expect([code, err.startsWith('Usage: zego-token04')]).toEqual([2, true])
})

test('the reports are written to the named files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'token04-'))
  const [json, junit] = [join(folder, 'report.json'), join(folder, 'report.xml')]
  await cli(
    conformance('--timeout', '5000', '--filter', 'IvRepeated', '--json', json, '--junit', junit, '--', ...fakePort('none'))
  )
  expect(JSON.parse(readFileSync(json, 'utf8')).summary).toEqual({ passed: 2, failed: 0, skipped: 0 })
  expect(readFileSync(junit, 'utf8')).toMatch(/^<\?xml .*\n<testsuites /)
})

test('a report for programs that names no file goes to stdout, and so does a refusal', async () => {
  const { code, out } = await cli(conformance('--json', '--filter', 'IvRepeated', '--', ...fakePort('refuse')))
  expect([code, JSON.parse(out).summary]).toEqual([1, { passed: 0, failed: 2, skipped: 0 }])
  const refused = await cli(conformance('--level', '1', '--json', '--', '/nowhere/port'))
  expect(JSON.parse(refused.out)).toEqual({
    ok: false,
    error: { code: 'WRONG_USE', message: expect.stringMatching(/^the port could not/) }
  })
  const named = await cli(conformance('--json', 'report.json', '--', '/nowhere/port'))
  expect([named.out, named.err]).toEqual(['', expect.stringMatching(/^error: the port/)])
})

test('colours and progress are for terminals, and NO_COLOR is honoured', async () => {
  const args = conformance('--filter', 'IvRepeated', '--', ...fakePort('refuse'))
  const onTerminal = await cli(args, { isTTY: true })
  expect(onTerminal.out).toContain('\u001b[31m')
  expect(onTerminal.err).toMatch(/0\/2 iv-repeated-cbc[\s\S]*1\/2 1 failed iv-repeated-gcm/)
  const uncoloured = await cli(args, { isTTY: true, env: { NO_COLOR: '1' } })
  expect(uncoloured.out).not.toContain('\u001b')
  const piped = await cli(args)
  expect([piped.out.includes('\u001b'), piped.err]).toEqual([false, ''])
})
