import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PortStartError, type Reply, startPort } from '../../../src/conformance/port.js'
import { spawnPort } from '../../../src/conformance/port-process.js'
import { fakePort } from './support.js'

const INPUT = { appId: 1, userId: 'demo', serverSecret: 'fa94dd0f974cf2e293728a526b028271', effectiveTimeInSeconds: 60 }
const TOKEN = { token: expect.stringMatching(/^04/) }

/** Asks the same so often, and answers what came. */
async function askTimes(times: number, fault: string[], timeoutMs = 10_000) {
  const port = await startPort({ command: fakePort(...fault), timeoutMs })
  const replies: Reply[] = []
  for (let count = 0; count < times; count++) replies.push(await port.ask({ op: 'generate', input: INPUT }))
  return { replies, complaint: await port.stop() }
}

test('a port that behaves answers every question and ends by itself', async () => {
  const { replies, complaint } = await askTimes(3, ['none'])
  expect(replies).toMatchObject([TOKEN, TOKEN, TOKEN])
  expect(complaint).toBeUndefined()
})

test('writing to a program that has ended is no news', async () => {
  const program = spawnPort([process.execPath, '--eval', ''])
  expect(await program.receive(10_000)).toEqual({ lost: 'ended with exit code 0' })
  program.send('anyone?\n')
  expect(await program.receive(10_000)).toEqual({ lost: 'ended with exit code 0' })
  expect(await program.end(10_000)).toBeUndefined()
})

test('writing to a program that does not read is no news', async () => {
  const program = spawnPort([process.execPath, '--eval', 'fs.closeSync(0); console.log("ready"); setInterval(() => {}, 1000)'])
  expect(await program.receive(10_000)).toEqual({ line: 'ready' })
  program.send('anyone?\n')
  expect(await program.receive(50)).toEqual({ lost: undefined })
  await program.kill()
})

test('an answer may come in pieces', async () => {
  expect((await askTimes(2, ['in-pieces'])).replies).toMatchObject([TOKEN, TOKEN])
})

describe('a fault costs the case that it happens in, and no other:', () => {
  test.each([
    ['crash', /^ended with exit code 3; its last lines on stderr:\n {4}panic: index out of range\n {6}at token04.c:12$/],
    ['kill', /^was ended by SIGKILL$/],
    ['log', /^printed to stdout what is no answer \(logs belong on stderr\): "generating a token for you"$/],
    ['log-after', /^printed to stdout what is no answer .*: "done"$/],
    ['wrong-seq', /^answered with seq "1" instead of 2$/],
    ['wrong-shape', /^gave a wrong answer: the answer\/token must be a string; found the number 5$/],
    ['no-outcome', /^gave an answer with none of token, claims, error, skipped$/],
    ['flood', /^printed more than 4194304 characters for one case$/]
  ])('%s', async (fault, problem) => {
    const { replies, complaint } = await askTimes(3, [fault, '2'])
    expect(replies).toMatchObject([TOKEN, { problem: expect.stringMatching(problem) }, TOKEN])
    expect(complaint).toBeUndefined()
  })

  test.each([
    ['hang', /^gave no answer within 400 ms$/],
    ['log-and-hang', /^gave no answer within 400 ms; before that it printed to stdout what is no answer .*level.*info/]
  ])('%s', async (fault, problem) => {
    const { replies } = await askTimes(3, [fault, '2'], 400)
    expect(replies).toMatchObject([TOKEN, { problem: expect.stringMatching(problem) }, TOKEN])
  })
})

test('a port that hangs each time is given up', async () => {
  const { replies, complaint } = await askTimes(13, ['hang'], 1)
  expect(replies.at(-1)).toEqual({ problem: expect.stringMatching(/^was not asked: .* 11 times before$/) })
  expect(complaint).toBeUndefined()
})

test('a port that cannot be started again is given up', async () => {
  const marker = join(mkdtempSync(join(tmpdir(), 'token04-')), 'started')
  const { replies } = await askTimes(2, ['crash-for-good', marker])
  expect(replies).toEqual([
    { problem: 'ended with exit code 1' },
    { problem: 'was not asked: when it was started again, it ended with exit code 4' }
  ])
})

test.each([
  ['no-stop', 'did not end within 300 ms of "stop" and was killed'],
  ['bad-exit', 'ended with exit code 5']
])('an end that is none is told: %s', async (fault, complaint) => {
  const port = await startPort({ command: fakePort(fault), timeoutMs: 300 })
  expect(await port.stop()).toBe(complaint)
})

describe('what cannot be started is refused with the reason:', () => {
  test.each([
    ['no such program', ['/nowhere/port'], /^could not be started: spawn .*ENOENT/],
    [
      'a program that ends',
      [process.execPath, '--version-of-nothing'],
      /^ended with exit code 9; its last lines on stderr:\n.*bad option/
    ],
    ['a program that greets', fakePort('wrong-start'), /^answered "start" with no JSON object: "ready"$/],
    [
      'a program of another version',
      fakePort('none', '0', '{"version":2}'),
      /^answered "start" wrongly: the answer\/version must be one of 1; found the number 2$/
    ],
    ['a program that waits', fakePort('silent-start'), /^did not answer "start" within 200 ms$/]
  ])('%s', async (_name, command, message) => {
    const start = startPort({ command, startTimeoutMs: command.includes('silent-start') ? 200 : 10_000 })
    await expect(start).rejects.toThrow(message)
    await expect(start).rejects.toBeInstanceOf(PortStartError)
  })
})
