import type { Readable } from 'node:stream'
import type { Paint } from '../conformance/report.js'
import type { Clock } from '../types.js'

/** What a command reads and where it writes: `process`, or a stand-in for it. */
export interface Terminal {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** The keyboard, also where stdin is a pipe. */
  readonly openKeyboard?: () => Input | undefined
  /** Waits for Ctrl-C, which then ends nothing by itself. */
  readonly untilInterrupted?: () => Promise<void>
  /** In Unix seconds; default the system's. */
  readonly now?: Clock
}

/** A stream; on a terminal it can keep from echoing what is typed. */
export interface Input extends Readable {
  readonly isTTY?: boolean
  setRawMode?(mode: boolean): unknown
}

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
}

/** The time in whole Unix seconds. */
export function secondsNow({ now = () => Date.now() / 1000 }: Terminal): number {
  return Math.floor(now())
}

/** Colours for what goes to this output: on a terminal or with FORCE_COLOR only, and not where NO_COLOR is set. */
export function paintFor({ env }: Terminal, { isTTY }: Output): Paint {
  const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0'
  const hasColour = (isTTY === true || isForced) && !env.NO_COLOR
  return (style, text) => (hasColour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text)
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 }
