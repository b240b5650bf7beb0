import { writeFileSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Level } from '../conformance/check.js'
import { jsonReport } from '../conformance/json.js'
import { junitReport } from '../conformance/junit.js'
import { textReport } from '../conformance/report.js'
import { type Progress, runConformance } from '../conformance/run.js'
import { tally } from '../conformance/summary.js'
import type { Context } from './context.js'
import { NOT_WELL } from './exit-codes.js'
import { newCommand } from './new-command.js'
import type { Terminal } from './terminal.js'

interface Options {
  readonly level: string
  readonly json?: string | true
  readonly junit?: string
  readonly filter?: string
  readonly timeout: number
}

/** `zego-token04 conformance`: puts the vectors to a port in any language. */
export function conformanceCommand(context: Context): Command {
  const { terminal, paint, exit } = context
  return newCommand('conformance', context, EXAMPLES)
    .argument('<command...>', 'the program and its arguments, behind --')
    .addOption(
      new Option('-l, --level <level>', 'highest level to run: 1 live tokens, 2 exact bytes, 3 reading')
        .choices(['1', '2', '3'])
        .default('3')
    )
    .option('--json [file]', 'write a report for programs; without a file: to stdout, instead of the one for people')
    .option('--junit <file>', 'write a report for continuous integration')
    .option('-f, --filter <flag>', 'run only cases with this flag, such as Base64Url')
    .option('-t, --timeout <ms>', 'how long the program may take for one case', parseTimeout, 10_000)
    .action(async (command: string[], options: Options) => {
      const report = await runConformance({
        command,
        level: Number(options.level) as Level,
        timeoutMs: options.timeout,
        onProgress: progressOn(terminal),
        ...(options.filter === undefined ? {} : { filter: options.filter })
      })
      clearProgress(terminal)
      if (typeof options.json === 'string') writeFileSync(options.json, jsonReport(report))
      if (options.junit !== undefined) writeFileSync(options.junit, junitReport(report))
      terminal.stdout.write(options.json === true ? jsonReport(report) : `${textReport(report, paint)}\n`)
      if (tally(report.cases).failed > 0) exit(NOT_WELL)
    })
}

const EXAMPLES = [
  'zego-token04 conformance -- python3 my_port.py',
  'zego-token04 conformance --level 1 -- node wrapper-of-an-assistant.mjs',
  'zego-token04 conformance --filter Base64Url --timeout 2000 -- ./my-port',
  'zego-token04 conformance --junit report.xml --json report.json -- java -jar my-port.jar'
]

function parseTimeout(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a number of milliseconds from 1 to 999999999.')
  return Number(text)
}

const CLEAR_LINE = '\r\u001b[K'

function progressOn({ stderr }: Terminal): (progress: Progress) => void {
  if (stderr.isTTY !== true) return () => {}
  return ({ done, total, failed, check }) => {
    stderr.write(`${CLEAR_LINE}${done}/${total} ${failed === 0 ? '' : `${failed} failed `}${check.id.slice(0, 50)}`)
  }
}

function clearProgress({ stderr }: Terminal): void {
  if (stderr.isTTY === true) stderr.write(CLEAR_LINE)
}
