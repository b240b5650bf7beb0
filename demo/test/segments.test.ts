import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeToken04 } from 'zego-token04/dev-browser'
import { RUNS } from '../../test/support/runs.js'
import verifyInvalid from '../../vectors/verify-invalid.json' with { type: 'json' }
import verifyValid from '../../vectors/verify-valid.json' with { type: 'json' }
import { runsOf } from '../src/logic/runs.js'
import { expireOf, type Segment, type SegmentName, segmentsOf } from '../src/logic/segments.js'
import { readTokenText } from '../src/logic/token-text.js'

const named = (segments: readonly Segment[], name: SegmentName) => segments.find((segment) => segment.name === name) as Segment
const namesOf = (segments: readonly Segment[]) => segments.map(({ name }) => name)
const bytesOf = (segments: readonly Segment[]) => segments.flatMap(({ bytes }) => [...bytes])
const textOf = (token: string) => {
  const read = readTokenText(token)
  if (read === undefined) throw new Error('no token04')
  return read
}

describe('the segments of a token', () => {
  test('are what decodeToken04 reads, for every valid vector', () => {
    for (const { id, input } of verifyValid.cases) {
      const { bytes } = textOf(input.token)
      const segments = segmentsOf(bytes)
      const { expire, iv, ciphertext, mode } = decodeToken04(input.token)
      const tag = mode === 'gcm' ? [...named(segments, 'tag').bytes] : []
      expect(Number(expireOf(named(segments, 'expire'))), id).toBe(expire)
      expect(named(segments, 'iv').bytes, id).toEqual(iv)
      expect([...named(segments, 'ciphertext').bytes, ...tag], id).toEqual([...ciphertext])
      expect(tag.length, id).toBe(mode === 'gcm' ? 16 : 0)
      expect(bytesOf(segments), id).toEqual([...bytes])
      expect(
        segments.every(({ missing }) => missing === 0),
        id
      ).toBe(true)
      expect(namesOf(segments), id).not.toContain('extra')
    }
  })

  test('say what is missing or too much in every broken vector that has bytes', () => {
    const lengthOf = { cut: 0, extra: 0 }
    for (const { id, flags, input } of verifyInvalid.cases) {
      const read = typeof input.token === 'string' ? readTokenText(input.token) : undefined
      if (read === undefined) continue
      const segments = segmentsOf(read.bytes)
      if (/^refuse-token-cut-/.test(id)) {
        lengthOf.cut++
        expect(segments.at(-1)?.missing, `${id} ${flags}`).toBeGreaterThan(0)
      }
      if (/^refuse-token-trailing-2/.test(id)) {
        lengthOf.extra++
        expect(namesOf(segments).at(-1), id).toBe('extra')
      }
    }
    expect(lengthOf.cut).toBeGreaterThan(5)
    expect(lengthOf.extra).toBe(2)
  })

  test('cover any bytes without a gap', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const segments = segmentsOf(bytes)
        expect(bytesOf(segments)).toEqual([...bytes])
        let offset = 0
        for (const segment of segments) {
          expect(segment.offset).toBe(offset)
          offset += segment.bytes.length
        }
        expect(segments.slice(0, -1).every(({ missing }) => missing === 0)).toBe(true)
      }),
      RUNS
    )
  })
})

describe('the coloured text of a token', () => {
  const token = verifyValid.cases[0]?.input.token ?? ''

  test('begins each part at the character that holds its first bit', () => {
    const read = textOf(token)
    const runs = runsOf(read, segmentsOf(read.bytes))
    expect(runs.slice(0, 3).map(({ name, text }) => [name, text.length])).toEqual([
      ['version', 2],
      // 8 bytes are 64 bits: eleven characters of 6 bits
      ['expire', 11],
      // the next whole byte begins in the eleventh, and is that of the length: bytes 8 and 9 end with bit 80
      ['ivLength', 3]
    ])
  })

  test('keeps every character, of any text that has a token in it', () => {
    const around = fc.constantFrom('', '"', ' ', 'Bearer ', '\n', '#e30=', '!')
    fc.assert(
      fc.property(around, fc.base64String({ maxLength: 120 }), around, (before, base64, after) => {
        const text = `${before}04${base64}${after}`
        const read = readTokenText(text)
        const runs = read && runsOf(read, segmentsOf(read.bytes))
        // nothing but these stands before a token
        if (runs === undefined) expect(before).toMatch(/[#!]/)
        else expect(runs.map((run) => run.text).join('')).toBe(text)
      }),
      RUNS
    )
  })
})

describe('a pasted text', () => {
  test.each(['', 'hello', '03AAAA', '{"token":"04"}', 'eyJhbGciOiJub25lIn0.e30.'])('%j is no token04', (text) => {
    expect(readTokenText(text)).toBeUndefined()
  })

  test('is read in quotation marks, behind Bearer, with line breaks, in the URL alphabet, and before the # of a Kit Token', () => {
    const bytes = Uint8Array.of(0xff, 0xef, 0xbe, 0, 1, 2)
    for (const text of ['"04/+++AAEC"', 'bearer 04/+++AAEC', '04/+++\r\nAAEC\n', '04_---AAEC', '04/+++AAEC#e30=']) {
      expect(textOf(text).bytes, text).toEqual(bytes)
    }
  })

  test('is read as far as its base64 has whole bytes', () => {
    expect(textOf('04').bytes).toEqual(new Uint8Array())
    expect(textOf('04AAAAA').bytes).toEqual(new Uint8Array(3))
    expect(textOf('04AAAAAR==').bytes).toEqual(Uint8Array.of(0, 0, 0, 1))
  })
})
