import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Block, documents } from '../../support/markdown.js'
import { runShellBlock } from '../../support/shell-blocks.js'

const ROOT = new URL('../../../', import.meta.url)
const blocks = documents().flatMap((document) => document.blocks)
const inLanguage = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language))
const isOfPort = ({ file }: Block) => file.startsWith('vectors/ports/')

// programs of this repository that a document may show as they are
const PROGRAMS = ['examples/', 'vectors/adapter/', 'vectors/cases/'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?[jt]s$/.test(name) && !name.includes('node_modules'))
    .map((name) => readFileSync(new URL(folder + name, ROOT), 'utf8').replaceAll('\r\n', '\n'))
)
const isShown = ({ code }: Block) => PROGRAMS.some((program) => program.includes(code.trimEnd()))

describe('the blocks of code', () => {
  test('are in languages that are checked, or are no code', () => {
    // ts: examples.test.ts; console: cli/recording.test.ts
    const checked = new Set(['ts', 'console', 'js', 'cjs', 'sh', 'json', 'text', ''])
    expect(blocks.filter(({ language }) => !checked.has(language))).toEqual([])
    expect(inLanguage('ts').length).toBeGreaterThan(5)
  })

  test.each(inLanguage('json'))('$file:$line is JSON', ({ code }) => {
    expect(() => JSON.parse(code)).not.toThrow()
  })

  test.each(inLanguage('js', 'cjs').filter((block) => !isShown(block)))('$file:$line runs', ({ file, language, code }) => {
    const type = `--input-type=${language === 'cjs' ? 'commonjs' : 'module'}`
    const cwd = fileURLToPath(new URL(`${dirname(file)}/`, ROOT))
    // a port ends when it is told to
    execFileSync(process.execPath, [type, '-e', code], { cwd, input: '{"cmd":"stop"}\n', timeout: 30_000 })
  })

  test('of programs are those of the repository', () => {
    expect(inLanguage('js').filter(isShown).length).toBeGreaterThan(1)
  })
})

// a shell is there on every system but one
describe.each(process.platform === 'win32' ? [] : ['commands'])('the blocks of %s', () => {
  const shell = inLanguage('sh').filter((block) => !isOfPort(block))

  test.each(shell)('$file:$line does what it says', { timeout: 60_000 }, async ({ code }) => {
    expect(await runShellBlock(code)).toBe('')
  })

  test.each([
    ['npm run no-such-script', /there is no script no-such-script/],
    ['npx another-package', /what is npx another-package/],
    ['npx zego-token04 no-such-command', /exited with 2/],
    ['false', /'false' exited with 1|false exited with 1/],
    ['true # exits with 1', /exited with 0/],
    ['npm run build && false \\\n  --option', /exited with 1/]
  ])('would notice %j', async (code, complaint) => {
    expect(await runShellBlock(code)).toMatch(complaint)
  })

  test('take what is right', async () => {
    expect(await runShellBlock('# a comment\nnpm ci && npm run build   # another\nfalse # exits with 1\n')).toBe('')
  })
})

test.each(inLanguage('sh').filter(isOfPort))('$file:$line builds and runs the port as its port.json does', ({ file, code }) => {
  const { aptPackages, build, run } = JSON.parse(readFileSync(new URL(`${dirname(file)}/port.json`, ROOT), 'utf8'))
  const shown = code.replace(/ *#.*/g, '').trim().replaceAll(' && ', '\n').split('\n')
  const words = build[0] === 'sh' ? build.slice(2) : build
  const built = words.join(' ').replace('exec ', '').split(' && ')
  expect(shown).toEqual([`apt-get install ${aptPackages.join(' ')}`, ...built, run.join(' ')])
})
