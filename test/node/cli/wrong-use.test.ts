import { describe, expect, test } from 'vitest'
import { cli } from '../../support/cli.js'
import { SECRET } from '../../support/tokens.js'

const COMMANDS = [
  ['generate'],
  ['verify'],
  ['inspect'],
  ['diagnose'],
  ['kit', 'make'],
  ['kit', 'read'],
  ['serve'],
  ['conformance']
]

describe('a secret on the command line is refused, whatever the rest of it is:', () => {
  const attempts = COMMANDS.flatMap((command) => [
    [[...command, '--secret', SECRET]],
    [[...command, `--server-secret=${SECRET}`]],
    [[`--serverSecret=${SECRET}`, ...command]],
    [[...command, '--zego-server-secret', SECRET, '--json']]
  ])
  test.each(attempts)('%j', async (args) => {
    const { code, out, err } = await cli(args)
    expect(code).toBe(2)
    expect(out + err).toMatch(/list of processes, and the shell keeps it in its history.*ZEGO_SERVER_SECRET.*--secret-file/)
    expect(out + err).not.toContain(SECRET)
  })

  test('in Chinese', async () => {
    expect((await cli(['verify', '--secret', SECRET, '--lang', 'zh'])).err).toMatch(/^错误：命令行上的密钥不会被接受/)
  })

  test('the options of a port are its own', async () => {
    const { err } = await cli(['conformance', '--', '/nowhere/port', '--secret', 'x'])
    expect(err).toMatch(/^error: the port could not be started/)
  })
})

describe('what was pasted into the wrong place is not repeated:', () => {
  test.each([
    [[SECRET]],
    [['verify', `--sercet=${SECRET}`]],
    [['verify', `-${SECRET}`]],
    [['verify', '--app-id', SECRET]],
    [['verify', '--mode', SECRET]],
    [['verify', '--secret-file', SECRET, '04AAAA']],
    [['generate', '--user-id', 'x', '--app-id', '1', '--payload', `@${SECRET}`]],
    [['conformance', `-l${SECRET}`, '--', 'x']],
    [['conformance', '--', SECRET]],
    [['kit', SECRET]]
  ])('%j', async (args) => {
    const { code, out, err } = await cli(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toContain(SECRET.slice(0, 12))
    const json = await cli([...args.slice(0, 1), '--json', ...args.slice(1)])
    expect(json.out + json.err).not.toContain(SECRET.slice(0, 12))
  })

  test('but a short word is, so that it can be corrected', async () => {
    expect((await cli(['verify', '--sercet=abc'])).err).toBe(
      "error: unknown option '--sercet=abc'\n(add --help for the options and examples)\n"
    )
  })
})

describe('a slip of the finger is corrected:', () => {
  test.each([
    [['genrate'], 'generate'],
    [['kit', 'mkae'], 'make'],
    [['verify', '--user-idd', 'x'], '--user-id'],
    [['generate', '--romm-id', 'x'], '--room-id'],
    [['diagnose', '--strem-id', 'x'], '--stream-id'],
    [['inspect', '--al'], '--all']
  ])('%j', async (args, correction) => {
    const { code, out, err } = await cli(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(new RegExp(`^error: unknown (option|command) .*\n\\(Did you mean ${correction}\\?\\)\n\\(add --help`))
    const json = await cli([...args, '--json'])
    expect(JSON.parse(json.out).error).toEqual({
      code: 'WRONG_USE',
      message: expect.stringContaining(`Did you mean ${correction}?`)
    })
  })
})

describe('help', () => {
  test.each(COMMANDS)('of %s %s has examples and exit codes, in both languages', async (...command) => {
    const args = command.filter((word) => word !== undefined)
    const english = await cli([...args, '--help'])
    expect([english.code, english.err]).toEqual([0, ''])
    expect(english.out).toMatch(
      new RegExp(
        `^Usage: zego-token04 ${args.join(' ')} [\\s\\S]*Exit codes: 0 .*\n\nExamples:\n  .*zego-token04 ${args.join(' ')} `
      )
    )
    const chinese = await cli([...args, '--help', '--lang', 'zh'])
    expect(chinese.out).toMatch(/^用法：[\s\S]*选项：[\s\S]*通用选项：[\s\S]*退出码：[\s\S]*示例：/)
  })

  test('is shown where a command is missing, and is JSON where that is asked for', async () => {
    expect(await cli(['kit'])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^Usage: zego-token04 kit /) })
    expect((await cli([])).err).toMatch(/^Usage: zego-token04 \[options\] \[command\]/)
  })

  test('speaks one language or the other, and no third', async () => {
    expect((await cli(['--help', '--lang', 'en'])).out).toMatch(/^Usage: /)
    expect((await cli(['verify', '--lang', 'fr'])).err).toMatch(/Allowed choices are en, zh/)
  })
})
