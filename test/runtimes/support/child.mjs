import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const HAS_GROUPS = process.platform !== 'win32'
const GRACE_IN_MILLISECONDS = 5000
const OUTPUT_LIMIT = 1_000_000
const running = new Set()
// a browser leaves the group of what starts it, but keeps its environment
const MARK = `TOKEN04_RUN=${process.pid}-${Date.now()}`

for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
  process.once(signal, () => process.exit(code))
process.on('exit', () => {
  for (const child of running) end(child, 'SIGKILL')
})

/** Runs a command, and ends with it all that it has started: at the latest when its time is over. */
export function runChild(command, args, { timeoutInSeconds, env, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...options,
      env: { ...process.env, ...env, ...Object.fromEntries([MARK.split('=')]) },
      detached: HAS_GROUPS,
      stdio: ['ignore', 'pipe', 'pipe']
    })
    const output = { stdout: '', stderr: '' }
    const timers = []
    let problem
    running.add(child)
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        output[name] = `${output[name]}${text}`.slice(-OUTPUT_LIMIT)
      })
    }
    const overtime = () => {
      problem = `was still running after ${timeoutInSeconds} seconds`
      end(child, 'SIGTERM')
      timers.push(setTimeout(() => end(child, 'SIGKILL'), GRACE_IN_MILLISECONDS))
    }
    timers.push(setTimeout(overtime, timeoutInSeconds * 1000))
    const finish = () => {
      for (const timer of timers) clearTimeout(timer)
      running.delete(child)
      resolve({ problem, ...output })
    }
    child.on('error', ({ message }) => {
      problem = message
      finish()
    })
    child.on('exit', (code, signal) => {
      if (code !== 0) problem ??= `ended with ${signal ?? `exit code ${code}`}`
      // what it left behind would keep the pipes open
      end(child, 'SIGKILL')
    })
    child.on('close', finish)
  })
}

function end(child, signal) {
  if (child.pid === undefined) return
  tryKill(HAS_GROUPS ? -child.pid : child.pid, signal)
  if (signal === 'SIGKILL') for (const pid of marked()) tryKill(pid, signal)
}

function tryKill(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // it has ended by itself
  }
}

/** Processes of this run, where the system tells; children run one after the other. */
function marked() {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(MARK)
      } catch {
        return false
      }
    })
    .map(Number)
}
