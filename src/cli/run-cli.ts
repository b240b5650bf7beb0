import { Command, Option } from 'commander'
import { version } from '../../package.json'
import type { Language } from '../types.js'
import { conformanceCommand } from './conformance.js'
import type { Context } from './context.js'
import { diagnoseCommand } from './diagnose.js'
import { generateCommand } from './generate.js'
import { inspectCommand } from './inspect.js'
import { kitCommand } from './kit.js'
import { prepare } from './new-command.js'
import { refuseSecretArguments } from './refuse-secret-arguments.js'
import { reportFailure } from './report-failure.js'
import { serveCommand } from './serve.js'
import { paintFor, type Terminal } from './terminal.js'
import { TEXTS } from './texts.js'
import { verifyCommand } from './verify.js'

/** Runs a command line. Answers the exit code: 0 well, 1 not well, 2 wrong use. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  const language = languageOf(options)
  const context: Context = {
    terminal,
    language,
    texts: TEXTS[language],
    isJson: asksForJson(options),
    paint: paintFor(terminal, terminal.stdout),
    exit: (code) => {
      exitCode = code
    }
  }
  try {
    refuseSecretArguments(options, context.texts)
    await program(context).parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    return reportFailure(error, args, context)
  }
}

const COMMANDS = [generateCommand, verifyCommand, inspectCommand, diagnoseCommand, kitCommand, serveCommand, conformanceCommand]

function program(context: Context): Command {
  const { texts } = context
  const root = prepare(new Command('zego-token04'), context)
    .description(texts.program)
    .version(version, '-V, --version', texts.options.version)
    .addOption(new Option('--lang <language>', texts.options.lang).choices(Object.keys(TEXTS)).default('en'))
  for (const command of COMMANDS) root.addCommand(command(context))
  return root
}

// both are needed before the arguments are parsed: for the texts of the help, and for those of a refusal
function languageOf(options: readonly string[]): Language {
  const isChinese = options.some(
    (option, index) => option === '--lang=zh' || (option === '--lang' && options[index + 1] === 'zh')
  )
  return isChinese ? 'zh' : 'en'
}

function asksForJson(options: readonly string[]): boolean {
  const at = options.indexOf('--json')
  // there it may name a file
  const isFile = options[0] === 'conformance' && options[at + 1]?.startsWith('-') === false
  return at >= 0 && !isFile
}
