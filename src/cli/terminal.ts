import type { Paint } from '../conformance/report.js'

/** Where a command writes: `process`, or a stand-in for it. */
export interface Terminal {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
}

interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
}

/** Colours for what goes to stdout: on a terminal only, and not where NO_COLOR is set. */
export function paintFor({ stdout, env }: Terminal): Paint {
  const hasColour = stdout.isTTY === true && !env.NO_COLOR
  return (style, text) => (hasColour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text)
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 }
