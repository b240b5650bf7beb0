import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { schema } from '../support/schemas.js'

interface File {
  file: string
  numberOfCases: number
  notes: Record<string, unknown>
  cases: { id: string; flags: string[] }[]
}

const folder = new URL('../../vectors/', import.meta.url)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
const fileOf = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as File

describe.each(names)('vectors/%s.json', (name) => {
  const file = fileOf(name)

  test('is valid under its schema', () => {
    const validate = schema(`vectors:${name}`)
    expect(validate(file), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
  })

  test('counts its cases, and explains the flags that it uses and no others', () => {
    expect(file.numberOfCases).toBe(file.cases.length)
    expect(Object.keys(file.notes)).toEqual([...new Set(file.cases.flatMap(({ flags }) => flags))].sort())
  })
})

test('there are more than 500 cases, each with an id and an input of its own', () => {
  const cases = names.flatMap((name) => fileOf(name).cases.map((one) => ({ ...one, name })))
  expect(cases.length).toBeGreaterThan(500)
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  const inputs = cases.map(({ id: _id, flags: _flags, comment: _comment, ...rest }: Record<string, unknown>) =>
    JSON.stringify(rest)
  )
  expect(new Set(inputs).size).toBe(cases.length)
})

test('the generator gives every file byte for byte', () => {
  const output = execFileSync(process.execPath, [fileURLToPath(new URL('build.mjs', folder))], { encoding: 'utf8' })
  expect(output).not.toMatch(/DIFFERS/)
})
