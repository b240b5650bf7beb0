import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const COMMAND = root('dist/cli/main.js')
// what the documents call somebody's port is this one
const PORT = `#!/bin/sh\nexec node '${root('vectors/adapter/adapter.mjs')}'\n`
const WRONG_LINE = 99

// npm only says whether it would know what to do; npx runs the command that was built
const STAND_INS = `
npm() {
  case "$1 $2" in
    'ci ' | 'test ' | 'install zego-token04') ;;
    'run '*) [[ " $SCRIPTS " == *" $2 "* ]] || { echo "there is no script $2" >&2; return 1; } ;;
    *) echo "what is npm $*" >&2; return 1 ;;
  esac
}
npx() {
  [[ $1 == zego-token04 ]] || { echo "what is npx $1" >&2; return 1; }
  shift
  node "$COMMAND" "$@"
}
`

/**
 * Runs a block of shell commands in a folder of its own, and answers with what went wrong, or with ''. A command must exit with 0, or
 * with the number that a comment behind it states: `# exits with 1`, or `# 退出码为 1`.
 */
export async function runShellBlock(code: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'zego-token04-shell-'))
  const env = {
    ...process.env,
    COMMAND,
    PATH: `${folder}${delimiter}${process.env.PATH}`,
    SCRIPTS: Object.keys(manifest.scripts).join(' '),
    ZEGO_APP_ID: '1',
    ZEGO_SERVER_SECRET: 'fa94dd0f974cf2e293728a526b028271'
  }
  for (const name of ['my-port', 'ruby']) writeFileSync(join(folder, name), PORT, { mode: 0o755 })
  try {
    return await new Promise((resolve) => {
      const child = execFile('bash', ['-s'], { cwd: folder, env, timeout: 60_000 }, (error, _stdout, stderr) =>
        resolve(error === null ? '' : stderr.trim() || error.message)
      )
      child.stdin?.end(STAND_INS + withChecks(code))
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function withChecks(code: string): string {
  return code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, expected = '0'] = /# (?:exits with|退出码为) (\d+)/.exec(line) ?? []
      const quoted = `'${line.replaceAll("'", `'\\''`)}'`
      return `${line}\nstatus=$?; [ $status -eq ${expected} ] || { echo ${quoted} "exited with $status" >&2; exit ${WRONG_LINE}; }`
    })
    .join('\n')
}
