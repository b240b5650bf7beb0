import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const textOf = (file: string) => readFileSync(new URL(file, root), 'utf8')
const guide = textOf('CONTRIBUTING.md')

describe('the guide for contributors', () => {
  test('explains every command of package.json, and no other', () => {
    const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts).filter((name) => !name.startsWith('pre'))
    const explained = [...guide.matchAll(/^\| `npm (?:run )?([\w:-]+)/gm)].map(([, name]) => name as string)
    expect(explained.sort()).toEqual(scripts.sort())
  })

  test('links to nothing that is not there', () => {
    const links = [...guide.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link as string)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((link) => !existsSync(new URL(link, root)))).toEqual([])
  })

  test('draws folders and files that are there', () => {
    const [, picture = ''] = /```\n([\s\S]*?)```/.exec(guide) ?? []
    const drawn: string[] = []
    let folder = ''
    for (const line of picture.split('\n').filter(Boolean)) {
      // names stand on the left, what they are on the right
      const names = line.trim().split(/ {3,}/)[0] as string
      if (!line.startsWith(' ')) folder = names.endsWith('/') ? names : ''
      drawn.push(...names.split(/ +/).map((name) => (line.startsWith(' ') ? folder + name : name)))
    }
    expect(drawn.length).toBeGreaterThan(30)
    expect(drawn.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
  })
})
