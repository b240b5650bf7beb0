import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import vectors from '../../vectors/generate.json' with { type: 'json' }

const folder = new URL('../../vectors/', import.meta.url)
const specification = readFileSync(new URL('SPEC.md', folder), 'utf8')
const fileOf = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { cases: { flags: string[] }[] }

describe('the specification', () => {
  test('counts the vectors of each rule rightly', () => {
    const links = [...specification.matchAll(/\[`(\w+)`\]\(([a-z-]+\.json)\) × (\d+)/g)]
    expect(links.length).toBeGreaterThan(100)
    for (const [link, flag, file, count] of links) {
      const bearing = fileOf(file as string).cases.filter(({ flags }) => flags.includes(flag as string))
      expect(bearing.length, link).toBe(Number(count))
    }
  })

  test('names vectors for each rule, or says how the runner tests it', () => {
    const rules = specification.split(/\n\n(?=\*\*[A-Z]{3}-\d\*\*)/).slice(1)
    expect(rules.length).toBeGreaterThan(40)
    for (const rule of rules) expect(rule).toMatch(/\nVectors: \[|runner\nof this suite/)
  })

  test('leaves no flag of any file unused', () => {
    const files = [
      'generate',
      'generate-live',
      'generate-invalid',
      'payload-valid',
      'payload-invalid',
      'verify-valid',
      'verify-invalid',
      'authorize',
      'kit-token'
    ]
    for (const flag of new Set(files.flatMap((file) => fileOf(`${file}.json`).cases.flatMap(({ flags }) => flags)))) {
      expect(specification).toContain(`[\`${flag}\`]`)
    }
  })

  test('links to headings that exist', () => {
    const headings = [...specification.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      (heading as string)
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')
    )
    for (const [, anchor] of specification.matchAll(/\]\(#([\w-]+)\)/g)) expect(headings).toContain(anchor)
  })

  test('comes with a table of the cases that each port skips', () => {
    const guide = readFileSync(new URL('README.md', folder), 'utf8')
    const [, table] = guide.match(/<!-- skips:begin -->\n([\s\S]*?)<!-- skips:end -->/) as RegExpMatchArray
    const listed = [...(table as string).matchAll(/^\| ([a-z-]+) \| (?:cbc|gcm)/gm)].map(([, port]) => port)
    const ports = readdirSync(new URL('ports/', folder), { withFileTypes: true })
    expect(listed).toEqual(ports.filter((entry) => entry.isDirectory()).map(({ name }) => name))
  })

  test('traces the bytes of its example', () => {
    const example = vectors.cases.find(({ id }) => id === 'generate-basic-gcm-cpp')
    const bytes = Buffer.from((example as { token: string }).token.slice(2), 'base64')
    const rows = [...specification.matchAll(/^\| (\d+) \| `((?:[0-9a-f]{2} ?)+)`/gm)]
    expect(rows.length).toBe(7)
    for (const [, offset, hex] of rows) {
      const expected = (hex as string).replaceAll(' ', '')
      expect(
        bytes
          .toString('hex')
          .slice(2 * Number(offset))
          .startsWith(expected),
        `offset ${offset}`
      ).toBe(true)
    }
    expect(specification).toContain(`\n${example?.token}\n`)
    expect(specification).toContain(`\n${example?.plaintext}\n`)
  })
})
