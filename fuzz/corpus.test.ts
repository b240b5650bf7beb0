import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from './target.js'
import { TARGETS } from './targets/index.js'

const folder = new URL('./corpus/', import.meta.url)

describe.each(TARGETS)('the corpus of the fuzz target $name', (target) => {
  const files = readdirSync(new URL(`${target.name}/`, folder))

  test.each(files)('%s breaks nothing', async (file) => {
    await run(target, JSON.parse(readFileSync(new URL(`${target.name}/${file}`, folder), 'utf8')))
  })
})

test('every folder of the corpus belongs to a target', () => {
  expect(readdirSync(folder).sort()).toEqual(TARGETS.map(({ name }) => name).sort())
})
