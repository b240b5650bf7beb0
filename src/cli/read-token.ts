import type { Context } from './context.js'
import { readText, readTextFile } from './read-text.js'
import { UsageError } from './usage-error.js'

/** The token of the command line: an argument as it is, or what a file or stdin holds, without the line ending at its end. */
export async function readToken(
  argument: string | undefined,
  file: string | undefined,
  { terminal: { stdin }, texts: { wrongUse } }: Context
): Promise<string> {
  if (argument !== undefined && file !== undefined) throw new UsageError(wrongUse.tokenTwice)
  if (argument !== undefined && argument !== '-') return argument
  if (file !== undefined && file !== '-') return readTextFile(file, (reason) => wrongUse.fileNotReadable('--file', reason))
  // nobody pipes anything: a terminal would wait without a word
  if (stdin.isTTY === true && argument === undefined && file === undefined) throw new UsageError(wrongUse.noToken)
  return readText(stdin)
}
