import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formula, segmentsOf } from '../../../docs/generate/layout-segments.js'
import { decodeToken04, generateToken04 } from '../../../src/index.js'

const NOW = 1700000000

describe.each(['gcm', 'cbc'] as const)('the picture of the bytes with %s', (mode) => {
  test('shows every field where a token has it', async () => {
    const token = await generateToken04({
      appId: 1,
      userId: 'demo',
      serverSecret: 'fa94dd0f974cf2e293728a526b028271',
      effectiveTimeInSeconds: 3600,
      mode,
      now: () => NOW
    })
    const { expire, iv, ciphertext } = decodeToken04(token)
    const bytes = Buffer.from(token.slice(2), 'base64')
    const m = ciphertext.length
    const field = Object.fromEntries(
      segmentsOf(mode).map(({ field, offset, bytes: length }) => [field, bytes.subarray(offset(m), offset(m) + length(m))])
    ) as Record<string, Buffer>

    expect(Buffer.concat(Object.values(field))).toEqual(bytes)
    expect(field.expire?.readBigInt64BE()).toBe(BigInt(expire))
    expect(field.ivLength?.readUInt16BE()).toBe(iv.length)
    expect(field.iv).toEqual(Buffer.from(iv))
    expect(field.length?.readUInt16BE()).toBe(m)
    expect(Buffer.concat([field.ciphertext as Buffer, field.tag ?? Buffer.alloc(0)])).toEqual(Buffer.from(ciphertext))
    expect(field.tag?.length).toBe(mode === 'gcm' ? 16 : undefined)
    expect(field.mode && [...field.mode]).toEqual(mode === 'gcm' ? [1] : undefined)
  })
})

test('offsets are written as the specification writes them', () => {
  expect(segmentsOf('gcm').map(({ offset }) => formula(offset))).toEqual(['0', '8', '10', '22', '24', '8 + m', '24 + m'])
  expect(segmentsOf('gcm').map(({ bytes }) => formula(bytes))).toEqual(['8', '2', '12', '2', 'm − 16', '16', '1'])
  expect(segmentsOf('cbc').map(({ offset }) => formula(offset))).toEqual(['0', '8', '10', '26', '28'])
  expect(segmentsOf('cbc').map(({ bytes }) => formula(bytes))).toEqual(['8', '2', '16', '2', 'm'])
})

test.each(['docs/layout.svg', 'docs/layout.zh-CN.svg'])('%s can be read aloud, and brings its own ground', (file) => {
  const svg = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
  expect(svg).toMatch(/<svg [^>]*role="img" aria-labelledby="title description" lang="(en|zh)">\n<title id="title">.+<\/title>/)
  expect(svg).toMatch(/<desc id="description">.{60,}<\/desc>/)
  expect(svg).toContain('@media (prefers-color-scheme: dark)')
  expect(svg).not.toMatch(/href=|url\(|<script/)
})
