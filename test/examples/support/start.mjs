import { spawn } from 'node:child_process'
import { inRoot } from './paths.mjs'
import { ENVIRONMENT } from './settings.mjs'

const LIMIT_IN_MILLISECONDS = 60_000
const running = new Set()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a script that prints the address of its endpoint. */
export function startNode(...args) {
  return start(process.execPath, args.map(inRoot), { urlOf: (text) => /^http:\S+$/m.exec(text)?.[0] })
}

/**
 * Starts a program, and waits until `urlOf` finds the address in what it has written to its descriptor `fd`.
 * Gives `{ url, output(), stop() }`; `stop` asks it to end, and rejects where it does not.
 */
export async function start(program, args, { urlOf, fd = 1 }) {
  const { PATH } = process.env
  // nothing else of this process: an example must not need it
  const env = { PATH, ...ENVIRONMENT }
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  running.add(child)
  const ended = new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message))
    child.once('close', (code, signal) => resolve(`ended with ${signal ?? code}`))
  }).finally(() => running.delete(child))

  const written = { 1: '', 2: '', 3: '' }
  const output = () => `${written[1]}${written[2]}`
  const listening = new Promise((resolve) => {
    for (const [index, stream] of child.stdio.entries()) {
      stream?.setEncoding('utf8').on('data', (text) => {
        written[index] += text
        const url = urlOf(written[fd])
        if (url !== undefined) resolve({ url })
      })
    }
  })
  const { url, problem } = await Promise.race([listening, ended.then((how) => ({ problem: how })), overtime('did not start')])
  if (problem !== undefined) {
    child.kill('SIGKILL')
    throw new Error(`${problem}\n${output()}`.trim())
  }
  return {
    url,
    output,
    async stop() {
      child.kill('SIGTERM')
      const { problem } = await Promise.race([ended.then(() => ({})), overtime('did not stop')])
      if (problem !== undefined) throw new Error(problem)
    }
  }
}

function overtime(what) {
  return new Promise((resolve) => {
    const problem = `${what} within ${LIMIT_IN_MILLISECONDS / 1000} seconds`
    setTimeout(() => resolve({ problem }), LIMIT_IN_MILLISECONDS).unref()
  })
}
