import { type PortProcess, spawnPort } from './port-process.js'
import {
  type Answer,
  type PortCase,
  quote,
  readAnswer,
  readMessage,
  readStarted,
  requestLine,
  type Started
} from './protocol.js'

/** A port that answers questions, whatever its program does meanwhile. */
export interface Port {
  readonly started: Started
  /** Asks one question. Never rejects: a program that crashed, hung or lost the thread is started anew for the next one. */
  ask(question: PortCase): Promise<Reply>
  /** Ends the program. Answers what was wrong about its end, if anything. */
  stop(): Promise<string | undefined>
}

/** An answer, or what the port did instead of giving one. */
export type Reply = Answer | { readonly problem: string }

export interface PortOptions {
  /** The program and its arguments. */
  readonly command: readonly string[]
  /** The working directory; default the current one. */
  readonly cwd?: string
  /** How long a port may take for one case, in milliseconds. */
  readonly timeoutMs?: number
  /** How long a port may take to start. */
  readonly startTimeoutMs?: number
}

/** A program that could not be started, or does not speak the protocol. The message goes on from "the port". */
export class PortStartError extends Error {}

/** Starts a port and asks who it is. Throws `PortStartError`. */
export async function startPort({ command, cwd, timeoutMs = 10_000, startTimeoutMs = 30_000 }: PortOptions): Promise<Port> {
  let { program, started } = await start()
  let seq = 0
  let crashes = 0
  let hangs = 0
  let gaveUp: string | undefined

  async function start(): Promise<{ program: PortProcess; started: Started }> {
    const program = spawnPort(command, cwd)
    program.send(requestLine({ cmd: 'start', version: 1 }))
    const received = await program.receive(startTimeoutMs)
    const result = 'line' in received ? readStarted(received.line) : received.lost
    if (typeof result === 'object') return { program, started: result }
    await program.kill()
    throw new PortStartError(result ?? `did not answer "start" within ${startTimeoutMs} ms`)
  }

  /** Starts the program anew, unless it has used up its chances. */
  async function restart(): Promise<void> {
    await program.kill()
    if (crashes > MAX_CRASHES || hangs > MAX_HANGS) {
      gaveUp = `was not asked: the port had crashed, hung or lost the thread ${crashes + hangs} times before`
      return
    }
    try {
      ;({ program, started } = await start())
    } catch (error) {
      gaveUp = `was not asked: when it was started again, it ${(error as PortStartError).message}`
    }
  }

  return {
    get started() {
      return started
    },
    async ask(question) {
      if (gaveUp !== undefined) return { problem: gaveUp }
      seq++
      program.send(requestLine({ cmd: 'run', seq, case: question }))
      const deadline = performance.now() + timeoutMs
      let stray: string | undefined
      for (;;) {
        const received = await program.receive(deadline - performance.now())
        if (!('line' in received)) {
          received.lost === undefined ? hangs++ : crashes++
          await restart()
          const problem = received.lost ?? `gave no answer within ${timeoutMs} ms`
          return { problem: stray === undefined ? problem : `${problem}; before that it ${printed(stray)}` }
        }
        const message = readMessage(received.line)
        if (message === undefined || !Object.hasOwn(message, 'seq')) {
          stray ??= received.line
          continue
        }
        if (message.seq !== seq) {
          crashes++
          await restart()
          return { problem: `answered with seq ${quote(String(message.seq))} instead of ${seq}` }
        }
        stray ??= program.takePending()[0]
        const answer = readAnswer(message)
        if (typeof answer === 'string') return { problem: answer }
        return stray === undefined ? answer : { problem: printed(stray) }
      }
    },
    async stop() {
      if (gaveUp !== undefined) return undefined
      program.send(requestLine({ cmd: 'stop' }))
      return program.end(timeoutMs)
    }
  }
}

const MAX_CRASHES = 100
// a hang costs the whole timeout
const MAX_HANGS = 10

function printed(stray: string): string {
  return `printed to stdout what is no answer (logs belong on stderr): ${quote(stray)}`
}
