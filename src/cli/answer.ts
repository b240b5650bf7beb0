import type { Context } from './context.js'
import { jsonText } from './printable.js'

/** What a command has to say. */
export interface Answer {
  readonly json: object
  readonly text: string
  /** For people only: goes to stderr where that is a terminal. */
  readonly note?: string
  readonly exitCode?: number
}

/** Makes an action of a function that finds the answer. */
export function answering<A extends unknown[]>(
  { terminal: { stdout, stderr }, isJson, exit }: Context,
  find: (...args: A) => Answer | Promise<Answer>
): (...args: A) => Promise<void> {
  return async (...args) => {
    const { json, text, note, exitCode = 0 } = await find(...args)
    if (note !== undefined && stderr.isTTY === true && !isJson) stderr.write(`${note}\n`)
    stdout.write(`${isJson ? jsonText(json) : text}\n`)
    exit(exitCode)
  }
}
