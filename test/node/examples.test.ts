import { beforeAll, describe, expect, test } from 'vitest'
import { exportsOf, typeErrors } from '../support/example-types.js'
import { type Example, examplesOfDocuments, examplesOfSources } from '../support/examples.js'
import { runExamples } from '../support/run-examples.js'

// compilers and processes are slow where other tests run beside them
const PATIENCE = 60_000

const sources = examplesOfSources()
const documents = examplesOfDocuments()

// the one that shows how a mistake is found needs the mistake
const isMistake = ({ code }: Example) => code.includes('diagnoseToken04')

describe.each([
  ['in the comments', sources, undefined],
  ['of the documents', documents.filter((example) => !isMistake(example)), 'readme-values.mjs'],
  ['of the documents about a mistake', documents.filter(isMistake), 'readme-mistake.mjs']
])('the examples %s', (_where, examples, prelude) => {
  let complaints: string[]

  beforeAll(async () => {
    const codes = examples.map(({ code }) => code)
    complaints = await runExamples(codes, prelude)
  }, PATIENCE)

  test.each(examples.map((example, index) => ({ ...example, index })))(
    '$file:$line runs, and says what is true',
    ({ index }) => {
      expect(complaints[index]).toBe('')
    }
  )
})

test('every example has the right types', { timeout: PATIENCE }, () => {
  const globals = `
    import type { VerifiedToken04 } from 'zego-token04'
    declare global {
      var appId: number, userId: string, roomId: string, serverSecret: string, token: string, verified: VerifiedToken04
      var zg: { loginRoom(roomId: string, token: string, user: { userID: string }): Promise<boolean>; renewToken(token: string): boolean }
      var findSession: (request: Request) => Promise<{ userId: string; rooms: string[] } | null>
      var authenticate: (request: Request) => Promise<{ userId: string } | null>
    }`
  expect(typeErrors([...sources, ...documents], globals)).toEqual([])
})

test.each([
  'zego-token04',
  'zego-token04/sync',
  'zego-token04/server-assistant',
  'zego-token04/testing',
  'zego-token04/http',
  'zego-token04/dev-browser'
])(
  '%s exports nothing without a comment and an example that is run, and no member without a comment',
  { timeout: PATIENCE },
  (entry) => {
    const names = exportsOf(entry)
    expect(names.length).toBeGreaterThan(0)
    // the editor's services take indentation out of what they show
    const plain = (code = '') => code.replace(/\s+/g, ' ').trim()
    const runs = sources.map(({ code }) => plain(code))
    for (const { name, text, example } of names) {
      expect(text, name).not.toBe('')
      const [, code] = /```ts\n([\s\S]*?)\n```/.exec(example) ?? []
      expect(runs, `the example of ${name}`).toContain(plain(code))
    }
    expect(names.flatMap(({ bare }) => bare)).toEqual([])
  }
)

describe('the check of the examples', () => {
  test('notices what is not true', async () => {
    const wrong: [code: string, complaint: RegExp][] = [
      ['1 + 1 // => 3', /the comment says 3, but it is 2/],
      ["'a'.concat('b')\n// => 'a'", /the comment says 'a', but it is "ab"/],
      ['if (Date.now() < 0) Date.now() // => 1', /was not reached/],
      ["throw new Error('thrown')", /^thrown$/],
      ["Object({ a: 1, b: 'text' }) // { a: 1, b: '...', c }", /the comment says/],
      ["Object({ a: 1, b: 2 }) // { a: 1, b: '...' }", /the comment says/],
      ['const list = [{ a: 1 }]\n// list: [{ a: 2 }]', /the comment says/]
    ]
    const complaints = await runExamples(wrong.map(([code]) => code))
    for (const [index, [code, complaint]] of wrong.entries()) expect(complaints[index], code).toMatch(complaint)
    await expect(runExamples(['const two = 2 // => 2'])).rejects.toThrow(/stands behind no expression/)
  })

  test('takes what is true', async () => {
    const code = "const list = [{ a: 1, b: 'text', c: [2] }]\n// list: [{ a: 1, b: '...', c }]\nlist.length // => 1"
    expect(await runExamples([code])).toEqual([''])
  })

  test('notices a wrong type', { timeout: PATIENCE }, () => {
    const code = "import { decodeToken04 } from 'zego-token04'\ndecodeToken04(4)"
    expect(typeErrors([{ file: 'wrong.ts', line: 1, code }], '')).toEqual([expect.stringMatching(/^wrong.ts:1: .*number/)])
  })
})
