import { describe, expect, test } from 'vitest'
import { type Document, documents, parseDocument } from '../../support/markdown.js'

const ALL = documents()
const PAIRS = ALL.filter(({ file }) => file.endsWith('.zh-CN.md')).map((chinese) => ({
  chinese,
  english: ALL.find(({ file }) => file === chinese.file.replace('.zh-CN', '')) as Document
}))

const levels = ({ headings }: Document) => headings.map(({ level }) => level)

// what is said in comments may be said in another language, but not what they assert
const codes = ({ blocks }: Document) =>
  blocks.map(({ language, code }) => {
    const withNumbers = code.replace(/# (?:exits with|退出码为) (\d+).*/g, '#$1')
    return `${language}\n${withNumbers.replace(/ *(?:\/\/|#) +(?!=>|\w+: [[{]|[[{]).*$/gm, '')}`
  })

const shapes = ({ tables }: Document) => tables.map((rows) => rows.map((cells) => cells.length))

/** What a section names as code, whatever it says about it. */
const names = ({ prose }: Document) =>
  prose.split(/^#+ .*$/m).map((section) => [...new Set([...section.matchAll(/`[^`]+`/g)].map(([name]) => name))].sort())

/** The numbers of each section. */
const numbers = ({ prose }: Document) =>
  prose.split(/^#+ .*$/m).map((section) => (section.replace(/\]\([^)]*\)/g, ']').match(/\d[\d,.]*(?<=\d)/g) ?? []).sort())

/** Where the links of each section lead, whatever the language of the page; a heading counts by its place. */
function aims(document: Document): string[] {
  return document.links.map(({ target, title }) => {
    const [path = '', anchor] = target.split('#')
    const url = new URL(path, `file:///${document.file}`)
    const file = path === '' ? document.file : decodeURI(url.pathname.slice(1))
    const heading = ALL.find((other) => other.file === file)?.headings.findIndex((heading) => heading.anchor === anchor)
    const place = anchor === undefined ? '' : ` heading ${heading === undefined || heading < 0 ? anchor : heading}`
    return /^https:/.test(target) ? target : `${file.replace('.zh-CN', '')}${place} ${title}`
  })
}

describe.each(PAIRS)('$chinese.file', ({ chinese, english }) => {
  test('has the headings of the English document', () => {
    expect(levels(chinese)).toEqual(levels(english))
  })

  test('has its blocks of code, but for the comments', () => {
    expect(codes(chinese)).toEqual(codes(english))
  })

  test('has its tables', () => {
    expect(shapes(chinese)).toEqual(shapes(english))
  })

  test('names what it names in each section', () => {
    expect(names(chinese)).toEqual(names(english))
  })

  test('gives the same numbers in each section', () => {
    expect(numbers(chinese)).toEqual(numbers(english))
  })

  test('has its links, and each has one to the other', () => {
    expect(aims(chinese).sort()).toEqual(aims(english).sort())
    const name = (file: string) => file.replace(/.*\//, '')
    expect(chinese.links.map(({ target }) => target)).toContain(name(english.file))
    expect(english.links.map(({ target }) => target)).toContain(name(chinese.file))
  })

  test('is in Chinese', () => {
    const han = chinese.prose.match(/\p{Script=Han}/gu) ?? []
    expect(han.length).toBeGreaterThan(chinese.prose.length / 10)
  })
})

test('the guide and the references are there in both languages', () => {
  expect(PAIRS.map(({ english }) => english.file).sort()).toEqual(
    expect.arrayContaining(['README.md', 'docs/diagnosis.md', 'docs/errors.md'])
  )
})

describe('the comparison of two languages', () => {
  const parse = (text: string) => parseDocument('README.md', text)

  test.each([
    ['another level', levels, '## a', '### a'],
    ['another statement', codes, '```ts\na() // one\n```', '```ts\nb() // 一\n```'],
    ['another exit code', codes, '```sh\nls # exits with 1\n```', '```sh\nls # 退出码为 2：错误\n```'],
    ['another result', codes, '```ts\na() // => 1\n```', '```ts\na() // => 2\n```'],
    ['a missing row', shapes, '| a |\n|---|\n| b |', '| a |\n|---|'],
    ['another name', names, '`a`', '`b`'],
    ['another number', numbers, '1,334 cases', '1,335 cases'],
    ['another place', aims, '[a](README.md#tasks)', '[a](README.md#errors)']
  ] as const)('notices %s', (_what, partOf, first, second) => {
    expect(partOf(parse(first))).not.toEqual(partOf(parse(second)))
  })

  test('lets comments differ', () => {
    const first = parse('```ts\na()  // one\n```\n```sh\nnpm ci   # two\n```')
    const second = parse('```ts\na()  // 一\n```\n```sh\nnpm ci   # 二\n```')
    expect(codes(first)).toEqual(codes(second))
  })
})
