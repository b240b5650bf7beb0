import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url))
const files = (folder: string) =>
  readdirSync(path(folder))
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(path(`${folder}/${name}`), 'utf8') }))

describe('the built package', () => {
  test('shares secrets and errors between its ES modules, CommonJS copies and builds, and makes no code from strings', () => {
    const args = ['--disallow-code-generation-from-strings', path('test/package/interop.mjs')]
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('interop holds\n')
  })

  test.each(['dist/node', 'dist/web', 'dist/default', 'dist/browser'])(
    '%s holds no ajv and makes no code at run time',
    (folder) => {
      expect(files(folder).length).toBeGreaterThan(2)
      for (const { name, text } of files(folder)) {
        expect(text, name).not.toMatch(/\bajv\b|new Function|\beval\(/)
        if (name.endsWith('.js')) expect(text, name).not.toMatch(/\brequire\(/)
      }
    }
  )

  test('only the Node.js build knows node:crypto, and the browser build knows no cryptography at all', () => {
    const all = (folder: string) =>
      files(folder)
        .map(({ text }) => text)
        .join('\n')
    expect(all('dist/node')).toMatch(/node:crypto/)
    for (const folder of ['dist/web', 'dist/default', 'dist/browser']) expect(all(folder)).not.toMatch(/node:|createCipheriv/)
    expect(all('dist/web')).toMatch(/importKey/)
    expect(all('dist/browser')).not.toMatch(/importKey|\.encrypt\(|\.decrypt\(|subtle/)
  })

  test('has no dependency to install', () => {
    const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(readFileSync(path('package.json'), 'utf8'))
    expect([dependencies, peerDependencies, optionalDependencies]).toEqual([undefined, undefined, undefined])
  })
})
