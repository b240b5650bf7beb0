import { spawn } from 'node:child_process'

const running = new Set()
process.on('exit', () => running.forEach(stopGroup))

/** Runs a program to its end. Answers with what it printed; rejects, with that, where it fails or takes too long. */
export function runCommand(program, args, { cwd, timeout = 120_000, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    // a group of its own, so that nothing it starts outlives it
    const options = { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true }
    const child = spawn(program, args, options).on('error', reject)
    if (child.pid === undefined) return
    running.add(child.pid)
    const timer = setTimeout(() => stopGroup(child.pid), timeout)
    const printed = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        printed[name] += text
      })
    }
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      running.delete(child.pid)
      if (code === 0) return resolve(printed)
      const how = signal === null ? `ended with ${code}` : `was stopped after ${timeout / 1000} s`
      reject(new Error(`${program} ${args[0] ?? ''} ${how}\n${printed.stdout}${printed.stderr}`.trim()))
    })
  })
}

/** npm, as the one that runs this script where there is one. */
export function npm(args, options) {
  const path = process.env.npm_execpath
  return path?.endsWith('.js') ? runCommand(process.execPath, [path, ...args], options) : runCommand('npm', args, options)
}

function stopGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it has just ended
  }
}
