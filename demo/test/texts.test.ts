import { describe, expect, test } from 'vitest'
import { SAMPLE_TITLES } from '../src/texts/sample-titles.js'
import { TEXTS } from '../src/texts/texts.js'

/** Every text, with its place; functions are asked with an argument. */
function leaves(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'function') return [[path, String(path.endsWith('fieldError') ? node('appId', 'A sentence.') : node(2))]]
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node as object).flatMap(([name, value]) => leaves(value, `${path}/${name}`))
}

const en = new Map(leaves(TEXTS.en))
const zh = new Map(leaves(TEXTS.zh))

describe('the texts of the page', () => {
  test('stand at the same places in both languages, and none is empty', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
    expect(en.size).toBeGreaterThan(120)
    for (const [path, text] of [...en, ...zh]) expect(text, path).toMatch(/\S/)
  })

  test('are translated, all but names', () => {
    const same = [...en].filter(([path, text]) => zh.get(path) === text).map(([, text]) => text)
    const NAMES = ['Token', 'AppID', 'ServerSecret', 'Kit Token', 'IV', 'GCM', 'CBC', 'Claims', 'Payload']
    expect(same.filter((text) => !NAMES.includes(text))).toEqual([])
    for (const [path, text] of en) expect(text, path).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('name every sample differently', () => {
    for (const language of ['en', 'zh'] as const) {
      const titles = Object.values(SAMPLE_TITLES).map((title) => title[language])
      expect(new Set(titles).size).toBe(titles.length)
    }
  })
})
