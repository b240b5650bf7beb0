import { spawn } from 'node:child_process'

/** A port's program while it runs: lines in, lines out. */
export interface PortProcess {
  /** Writes a line, and starts to count anew what the port prints. */
  send(line: string): void
  /** The next line, or why none came. */
  receive(timeoutMs: number): Promise<Received>
  /** Takes the lines that have come and nobody asked for. */
  takePending(): string[]
  /** Ends the program at once. */
  kill(): Promise<void>
  /** Lets the program end by itself, else kills it. Answers what was wrong about it. */
  end(graceMs: number): Promise<string | undefined>
}

/** A line without its line feed, or why the program is lost; undefined where it only gave no line in time. */
type Received = { readonly line: string } | { readonly lost: string | undefined }

/** Starts a program. That it cannot be started is told by `receive`, like every other end. */
export function spawnPort([file = '', ...args]: readonly string[], cwd?: string): PortProcess {
  // a group of its own, so that what a shell or a package runner has started ends with it
  const child = spawn(file, args, { cwd, detached: GROUP_SIGN < 0, stdio: 'pipe' })
  const lines: string[] = []
  let unfinished = ''
  let printed = 0
  let lastWords = ''
  let lost: string | undefined
  let isOpen = true
  let wake: (() => void) | undefined

  const lose = (why: string) => {
    lost ??= why
    wake?.()
  }
  const closed = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      process.off('exit', killGroup)
      lose(`could not be started: ${error.message}`)
      resolve()
    })
    child.once('exit', killGroup)
    child.once('close', (code, signal) => {
      isOpen = false
      process.off('exit', killGroup)
      lose(signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`)
      resolve()
    })
  })
  process.once('exit', killGroup)

  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk.length
    if (printed > MAX_PRINTED) {
      lose(`printed more than ${MAX_PRINTED} characters for one case`)
      killGroup()
      return
    }
    const parts = (unfinished + chunk).split('\n')
    unfinished = parts.pop() as string
    lines.push(...parts.filter((line) => line.trim() !== ''))
    if (lines.length > 0) wake?.()
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    lastWords = (lastWords + chunk).slice(-MAX_LAST_WORDS)
  })
  // writing to a program that has ended is no news: its end is told by receive()
  child.stdin.on('error', () => {})

  function killGroup(): void {
    // once all has ended, its id may be somebody else's
    if (!isOpen) return
    try {
      process.kill(GROUP_SIGN * (child.pid as number), 'SIGKILL')
    } catch {
      // nothing of it is left
    }
  }

  return {
    send(line) {
      printed = 0
      child.stdin.write(line)
    },
    async receive(timeoutMs) {
      if (lines.length === 0 && lost === undefined) {
        await within(timeoutMs, (resolve) => {
          wake = resolve
        })
      }
      const line = lines.shift()
      if (line !== undefined) return { line }
      return { lost: lost === undefined ? undefined : withLastWords(lost, lastWords) }
    },
    takePending: () => lines.splice(0),
    async kill() {
      killGroup()
      await closed
    },
    async end(graceMs) {
      child.stdin.end()
      await within(graceMs, (resolve) => closed.then(resolve))
      const end = lost
      killGroup()
      await closed
      if (end === undefined) return `did not end within ${graceMs} ms of "stop" and was killed`
      return end === ENDED_WELL ? undefined : withLastWords(end, lastWords)
    }
  }
}

// the id of a group is that of its first process, negated; Windows has no groups
/* v8 ignore next -- @preserve one platform at a time */
const GROUP_SIGN = process.platform === 'win32' ? 1 : -1

// a token has at most 87,422 characters; as claims, each may be written as six
const MAX_PRINTED = 4 * 2 ** 20
const MAX_LAST_WORDS = 2000
const ENDED_WELL = 'ended with exit code 0'

function withLastWords(end: string, lastWords: string): string {
  const lines = lastWords.trim().split('\n').slice(-8)
  return lines[0] === '' ? end : `${end}; its last lines on stderr:\n${lines.map((line) => `    ${line}`).join('\n')}`
}

/** Waits until `resolve` is called, or for so long. */
async function within(timeoutMs: number, wait: (resolve: () => void) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs)
    wait(resolve)
  })
  clearTimeout(timer)
}
