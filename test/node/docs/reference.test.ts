import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { GENERATED } from '../../../docs/generate/index.js'
import { EN } from '../../../src/diagnosis/texts-en.js'
import { MISTAKE_ZEGO_CODES } from '../../../src/diagnosis/zego-codes.js'
import { ZEGO_CODES } from '../../../src/errors.js'
import { diagnoseToken04 } from '../../../src/index.js'
import { readDocument } from '../../support/markdown.js'
import { claims, now, SECRET, seal } from '../../support/tokens.js'

const textOf = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')

describe('what is made from the sources', () => {
  test.each(GENERATED)('$file says what they say: npm run docs:reference -- --write', ({ file, textOf: expected }) => {
    const before = textOf(file)
    expect(before).toBe(expected(before))
  })

  test('has a place in the guides, or it complains', () => {
    const guides = GENERATED.filter(({ file }) => file.startsWith('README'))
    expect(guides).toHaveLength(2)
    for (const { textOf: expected } of guides) expect(() => expected('# No place')).toThrow(/errors:begin/)
  })
})

describe.each(['', '.zh-CN'])('the reference docs/*%s.md', (suffix) => {
  const errors = readDocument(`docs/errors${suffix}.md`)
  const diagnosis = readDocument(`docs/diagnosis${suffix}.md`)

  test('names every code of the sources once', () => {
    const declared = /export type ErrorCode =([\s\S]*?)\n\n/.exec(textOf('src/errors.ts'))?.[1] ?? ''
    const codes = [...declared.matchAll(/'(\w+)'/g)].map(([, code]) => `\`${code}\``)
    expect(codes.length).toBeGreaterThan(20)
    const [zego, ...stages] = errors.tables
    const endpoint = stages.pop()
    expect(stages.flatMap(([, , ...rows]) => rows.map(([code]) => code)).sort()).toEqual(codes.sort())
    const found = diagnosis.tables.flatMap(([, , ...rows]) => rows.map(([code]) => code))
    expect(found.sort()).toEqual(
      Object.keys(EN.texts)
        .map((code) => `\`${code}\``)
        .sort()
    )
    expect(zego?.length).toBeGreaterThan(10)
    const answers = JSON.parse(textOf('schema/token-answer.json')).$defs.failure.properties.error.properties.code.enum
    expect(endpoint?.slice(2).map(([code]) => code?.replaceAll('`', ''))).toEqual(answers)
  })

  test('explains every code of ZEGO that an error or a finding can have', () => {
    const explained = errors.tables[0]?.map(([code]) => code)
    for (const code of [...Object.values(ZEGO_CODES), ...Object.values(MISTAKE_ZEGO_CODES)]) {
      expect(explained).toContain(String(code))
    }
  })

  test('leaves no cell of a sentence empty, and quotes no missing value', () => {
    for (const table of [...errors.tables, ...diagnosis.tables]) {
      for (const row of table) {
        expect(row).toHaveLength((table[0] as string[]).length)
        expect(row.at(-1)).not.toBe('')
        expect(row.join()).not.toMatch(/undefined[^`]|NaN|\[object/)
      }
    }
  })
})

test.each([
  ['app_id', '1', 'STRING_NUMBER'],
  ['nonce', '1', 'STRING_NUMBER'],
  ['expire', '1700003600', 'STRING_NUMBER'],
  ['expire', 1700003600000, 'MILLISECONDS']
])('a wrong %s of %j is found under the code of ZEGO that the reference names', async (claim, value, code) => {
  const token = await seal({ ...claims(), [claim]: value }, 'gcm')
  const { findings } = await diagnoseToken04(token, { serverSecret: SECRET, now })
  const zegoCode = findings.find((finding) => finding.code === code)?.zegoCode
  const row = readDocument('docs/errors.md').tables[0]?.find(([number]) => number === String(zegoCode))
  expect(row?.at(-1)).toContain(`\`${code}\``)
})
