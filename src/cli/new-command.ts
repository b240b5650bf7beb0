import { Command, Option } from 'commander'
import type { Context } from './context.js'
import type { CommandName } from './texts.js'

/** A command with its texts, that prints to the terminal it is given and leaves the process alone. */
export function newCommand(name: CommandName, context: Context, examples: readonly string[]): Command {
  const [summary, description] = context.texts.commands[name]
  const { texts } = context
  const command = new Command(name.split(' ').at(-1))
    .summary(summary)
    .description(description)
    .addHelpText('after', () => {
      const lines = examples.map((example) => `  ${example}`)
      return ['', texts.exitCodes, '', texts.examples, ...lines].join('\n')
    })
  return prepare(command, context)
}

/** `--json`, for every command whose answer is one document. */
export function jsonOption({ texts }: Context): Option {
  return new Option('--json', texts.options.json)
}

/** Has a command print to the terminal, in the language, and throw rather than exit. */
export function prepare(command: Command, { terminal: { stdout, stderr }, texts }: Context): Command {
  return command
    .helpOption('-h, --help', texts.options.help)
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => texts.titles[title] ?? title })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      // told by what runs the command, once, and in JSON where that was asked for
      outputError: () => undefined
    })
}
