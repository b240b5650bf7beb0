import { existsSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Document, documents, parseDocument } from '../../support/markdown.js'

const ROOT = new URL('../../../', import.meta.url)
const ALL = documents()

/** What is wrong with a link, or ''. Pages elsewhere are not asked for, since tests need no network. */
function complaint(target: string, { file, headings }: Document): string {
  if (/^[a-z]+:/.test(target)) return /^(https:\/\/[\w.-]+\.\w+(\/|$)|mailto:)/.test(target) ? '' : 'it is no https address'
  const [path = '', anchor] = target.split('#')
  const url = path === '' ? new URL(file, ROOT) : new URL(path, new URL(file, ROOT))
  if (!url.href.startsWith(ROOT.href) || !existsSync(url)) return 'nothing is there'
  if (statSync(url).isDirectory()) return 'it is a folder, which the site of npm run docs cannot show'
  if (anchor === undefined) return ''
  const aim = path === '' ? headings : ALL.find(({ file }) => new URL(file, ROOT).href === url.href)?.headings
  return aim?.some((heading) => heading.anchor === anchor) ? '' : 'no such heading'
}

describe('the links', () => {
  test.each(ALL.map((document) => [document.file, document] as const))('of %s lead somewhere', (file, document) => {
    const dead = document.links.flatMap(({ line, target }) => {
      const why = complaint(target, document)
      return why === '' ? [] : [`${file}:${line}: ${target}: ${why}`]
    })
    expect(dead).toEqual([])
  })

  test('are found in all documents', () => {
    expect(ALL.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['README.md', 'vectors/SPEC.md', 'vectors/ports/go/README.md'])
    )
    expect(ALL.flatMap(({ links }) => links).length).toBeGreaterThan(200)
  })

  test('of the index lead to every document, but for those of ports and of the repository’s own machinery', () => {
    const index = ALL.find(({ file }) => file === 'docs/README.md') as Document
    const named = index.links.map(({ target }) => new URL(target, new URL(index.file, ROOT)).href)
    const others = ALL.filter(({ file }) => !/^(vectors\/ports\/|\.|docs\/README)/.test(file))
    expect(others.filter(({ file }) => !named.includes(new URL(file, ROOT).href)).map(({ file }) => file)).toEqual([])
  })

  test.each([
    ['[a](b.md)', 'nothing is there'],
    ['![a](../outside.png)', 'nothing is there'],
    ['[a](README.md#nowhere)', 'no such heading'],
    ['[a](#nowhere)', 'no such heading'],
    ['[a](docs)', 'it is a folder, which the site of npm run docs cannot show'],
    ['[a](http://example.com)', 'it is no https address'],
    ['<img src="missing.svg" alt="">', 'nothing is there'],
    ['# A title, with `code` & more\n[a](#a-title-with-code--more)', ''],
    ['# 标题（一）\n[a](#标题一)', ''],
    ['# a\n# a\n[a](#a-1)', ''],
    ['[a](README.md "a title")', ''],
    ['[a](https://example.com/)', '']
  ])('are checked: %j', (text, expected) => {
    const document = parseDocument('README.md', text)
    expect(document.links.map(({ target }) => complaint(target, document))).toEqual([expected])
  })

  test('are not looked for in code', () => {
    expect(parseDocument('example.md', '`[a](b)`\n```\n[a](b)\n```\n').links).toEqual([])
  })
})
