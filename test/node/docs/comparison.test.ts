import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import samples from '../../fixtures/official-tokens.json' with { type: 'json' }
import { parseDocument, readDocument } from '../../support/markdown.js'

const ROOT = new URL('../../../', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

// what each flag stands for, and where it was met
const { NOTES }: { NOTES: Record<string, { seen: string; effect: string }> } = await import(
  new URL('vectors/cases/notes.mjs', ROOT).href
)

const guide = readDocument('README.md')
const table = guide.tables.find(([head]) => head?.at(-1) === 'held to it by') ?? []
const rows = table.slice(2).map((cells) => ({ what: cells[0] as string, backing: cells.at(-1) as string }))

/** What is wrong with the backing of a row, or ''. */
function complaint(backing: string): string {
  const links = [...backing.matchAll(/\[([^\]]+)\]\([^)]+\)/g)].map(([link, label = '']) => {
    const [{ target, title } = { target: '', title: '' }] = parseDocument('README.md', link).links
    return { label, path: target.split('#')[0] as string, title }
  })
  if (links.length === 0) return 'no backing'
  return links.map(complaintAboutLink).join('')
}

function complaintAboutLink({ label, path, title }: { label: string; path: string; title: string }): string {
  if (!existsSync(new URL(path, ROOT))) return `${path} is not there`
  const text = textOf(path)
  if (path.startsWith('test/')) return title !== '' && text.includes(title) ? '' : `${path} has no test "${title}"`
  const flags = [...label.matchAll(/`(\w+)`/g)].map(([, flag]) => flag as string)
  if (flags.length === 0) return `${label} names no flag`
  const known = path.endsWith('.json')
    ? JSON.parse(text).cases.flatMap(({ flags }: { flags: string[] }) => flags)
    : Object.keys(NOTES)
  return flags.filter((flag) => !known.includes(flag) || (!text.includes(`\`${flag}\``) && !path.endsWith('.json'))).join()
}

describe('the comparison with ZEGO’s assistants', () => {
  test.each(rows)('$what: is backed', ({ backing }) => {
    expect(complaint(backing)).toBe('')
  })

  // what is printed leaves no trace in a token, so no vector can tell of it
  test.each(rows.filter(({ what }) => what !== 'console'))('$what: was seen, as the vectors note', ({ backing }) => {
    const flags = [...backing.matchAll(/`(\w+)`/g)].map(([, flag]) => flag as string)
    expect(flags.map((flag) => `${NOTES[flag]?.seen} ${NOTES[flag]?.effect}`).join()).toMatch(/ZEGO|[Aa]ssistants/)
  })

  test.each([
    ['nothing', 'no backing'],
    ['[`NoSuchFlag`](vectors/generate.json)', 'NoSuchFlag'],
    ['[`IvRepeated`](vectors/generate.json)', 'IvRepeated'],
    ['[test](test/suite/verify.test.ts "no such test")', 'test/suite/verify.test.ts has no test "no such test"'],
    ['[`Bom`](vectors/none.json)', 'vectors/none.json is not there'],
    ['[a flag](vectors/generate.json)', 'a flag names no flag']
  ])('would not take %j for a backing', (backing, expected) => {
    expect(complaint(backing)).toBe(expected)
  })

  test('has a row for each thing that was measured', () => {
    expect(rows.length).toBeGreaterThan(10)
  })
})

describe('the tokens that were taken from the assistants', () => {
  const tokens = samples.tokens.map(({ writer, token, nonce, expire, effectiveTimeInSeconds }) => {
    const bytes = Buffer.from(token.slice(2), 'base64')
    const iv = bytes.subarray(10, 10 + bytes.readUInt16BE(8)).toString('latin1')
    return { writer, iv, nonce, ctime: expire - effectiveTimeInSeconds }
  })

  test('two official assistants gave two tokens of one second the same IV and nonce', () => {
    const twins = tokens.filter(({ writer, iv }) => tokens.some((other) => other.iv === iv && other.writer !== writer))
    expect(twins.map(({ writer }) => writer).sort()).toEqual(['cpp', 'objc'])
    expect(new Set(twins.map(({ nonce }) => nonce)).size).toBe(1)
    expect(new Set(twins.map(({ ctime }) => ctime)).size).toBe(1)
  })

  test('only those of Java and of the newer Node.js have other bytes than letters and digits in their IVs', () => {
    const free = tokens.filter(({ iv }) => !/^[0-9a-z]+$/i.test(iv)).map(({ writer }) => writer)
    expect(new Set(free)).toEqual(new Set(['java', 'node-gcm']))
  })
})
