import { PassThrough } from 'node:stream'
import { runCli } from '../../src/cli/run-cli.js'
import type { Input } from '../../src/cli/terminal.js'
import { NOW } from './tokens.js'

interface Surroundings {
  /** Are stdout and stderr a terminal? */
  readonly isTTY?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** What is piped in; or a keyboard, where stdin is one. Default: an empty pipe. */
  readonly stdin?: string | Keyboard
  /** A keyboard beside the pipe. */
  readonly keyboard?: Keyboard
  /** Default: the time of the test tokens; undefined: there is no clock. */
  readonly now?: number | undefined
  /** Settles at Ctrl-C. */
  readonly interrupted?: Promise<void>
  /** Told all that stdout has got so far. */
  readonly onOut?: (out: string) => void
}

/** Runs a command line on a stand-in for a terminal. */
export async function cli(args: readonly string[], surroundings: Surroundings = {}) {
  const { isTTY = false, env = {}, stdin = '', keyboard, interrupted, onOut } = surroundings
  const now = 'now' in surroundings ? surroundings.now : NOW
  let out = ''
  let err = ''
  const code = await runCli(args, {
    stdin: typeof stdin === 'string' ? piped(stdin) : stdin,
    stdout: {
      isTTY,
      write: (text: string) => {
        out += text
        onOut?.(out)
      }
    },
    stderr: { isTTY, write: (text: string) => (err += text) },
    env,
    ...(now === undefined ? {} : { now: () => now }),
    openKeyboard: () => keyboard,
    ...(interrupted === undefined ? {} : { untilInterrupted: () => interrupted })
  })
  return { code, out, err }
}

function piped(text: string): Input {
  const pipe = new PassThrough()
  pipe.end(text)
  return pipe
}

export interface Keyboard extends Input {
  /** Whether it echoed nothing, each time that changed. */
  readonly rawModes: boolean[]
}

/** A keyboard at which this is typed, in these pieces, once somebody reads. */
export function typing(...pieces: readonly (string | Uint8Array)[]): Keyboard {
  const rawModes: boolean[] = []
  const keys = new PassThrough()
  for (const piece of pieces) keys.write(piece)
  const setRawMode = (mode: boolean) => rawModes.push(mode)
  return Object.assign(keys, { isTTY: true, rawModes, setRawMode })
}
