import { type Command, Option } from 'commander'
import { diagnoseToken04Sync } from '../token/diagnose-sync.js'
import type { CheckRule, Diagnosis, Severity } from '../types.js'
import { type Answer, answering } from './answer.js'
import type { Context } from './context.js'
import { NOT_WELL, WRONG_USE } from './exit-codes.js'
import { addExpectationOptions, type ExpectationOptions, expectationsOf } from './expectation-options.js'
import { jsonOption, newCommand } from './new-command.js'
import { readOptionalSecrets } from './read-secrets.js'
import { readToken } from './read-token.js'

interface Options extends ExpectationOptions {
  readonly action?: 'login' | 'publish'
  readonly streamId?: string
  readonly rule?: CheckRule
}

/** `zego-token04 diagnose`: explains what is wrong with a token. */
export function diagnoseCommand(context: Context): Command {
  const { options } = context.texts
  const command = newCommand('diagnose', context, [
    'zego-token04 diagnose 04AAAA... --app-id 1 --user-id demo',
    'zego-token04 diagnose --file token.txt --action publish --room-id room --stream-id camera --lang zh',
    'pbpaste | zego-token04 diagnose --secret-file secret.txt --json'
  ])
  return addExpectationOptions(command, context)
    .addOption(new Option('--action <action>', options.action).choices(['login', 'publish']))
    .option('--stream-id <id>', options.streamId)
    .addOption(new Option('--rule <rule>', options.rule).choices(['login', 'publish', 'login-and-publish']))
    .addOption(jsonOption(context))
    .action(answering(context, (token: string | undefined, given: Options) => diagnose(token, given, context)))
}

async function diagnose(argument: string | undefined, options: Options, context: Context): Promise<Answer> {
  const { action, streamId, rule } = options
  const expectations = expectationsOf(options, context)
  const token = await readToken(argument, options.file, context)
  const secrets = await readOptionalSecrets(options.secretFile, context)
  const { language } = context
  const serverSecret = secrets.length === 0 ? undefined : secrets
  const diagnosis = diagnoseToken04Sync(token, { ...expectations, action, streamId, rule, language, serverSecret })
  return { json: diagnosisJson(diagnosis), text: diagnosisText(diagnosis, context), exitCode: exitCodeOf(diagnosis) }
}

function exitCodeOf({ ok, findings }: Diagnosis): number {
  if (findings.some(({ code }) => code === 'INVALID_OPTION')) return WRONG_USE
  return ok ? 0 : NOT_WELL
}

function diagnosisJson({ decoded, ...diagnosis }: Diagnosis): object {
  if (decoded === undefined) return diagnosis
  const { version, mode, expire, iv, ciphertext } = decoded
  const hex = Buffer.from(iv).toString('hex')
  return { ...diagnosis, decoded: { version, mode, expire, iv: hex, ciphertextBytes: ciphertext.length } }
}

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const

function diagnosisText({ ok, findings }: Diagnosis, { texts, paint }: Context): string {
  const { diagnosis } = texts
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const isComplete = findings.every(({ code }) => code !== 'SECRET_NOT_GIVEN')
  const verdict = diagnosis.verdict(count('error'), count('warning'), isComplete)
  const sections = findings.map(({ code, severity, message, fix, zegoCode }) =>
    [
      '',
      [
        paint(COLOURS[severity], diagnosis.severity[severity]),
        paint('bold', code),
        ...(zegoCode === undefined ? [] : [paint('dim', `${diagnosis.zegoCode} ${zegoCode}`)])
      ].join('  '),
      `  ${message}`,
      `  ${diagnosis.fix}${fix}`
    ].join('\n')
  )
  return [paint('bold', paint(ok ? 'green' : 'red', verdict)), ...sections].join('\n')
}
