import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { PortStartError } from '../conformance/port.js'
import { conformanceCommand } from './conformance.js'
import { WRONG_USE } from './exit-codes.js'
import type { Terminal } from './terminal.js'

/** Runs a command line. Answers the exit code: 0 well, 1 not well, 2 wrong use. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0
  const commands = [conformanceCommand(terminal, (code) => (exitCode = code))]
  const program = new Command('zego-token04')
    .description('Makes, verifies and checks ZEGO token04.')
    .version(version)
    .helpCommand(false)
    .showHelpAfterError('(add --help for the options and examples)')
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program))
  for (const command of [program, ...commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text)
    })
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE
    terminal.stderr.write(`error: ${error instanceof PortStartError ? 'the port ' : ''}${(error as Error).message}\n`)
    return WRONG_USE
  }
}
