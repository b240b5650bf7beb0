import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// everything that may be in the package
const ALLOWED = [
  /^(package\.json|LICENSE|README(\.zh-CN)?\.md|CHANGELOG\.md|SECURITY\.md)$/,
  /^dist\/(node|web|dev-browser|default|browser)\/(index|sync|server-assistant|testing|http|examine|chunk-\w{8}|(examine|start-provider)-\w{8})\.c?js$/,
  /^dist\/(node|dev-browser)\/[\w-]+\.d\.c?ts$/,
  /^dist\/cli\/(main|conformance|chunk-\w{8})\.js$/,
  /^dist\/cli\/LICENSE-[\w-]+$/,
  /^schema\/(vectors\/)?[\w-]+\.json$/,
  /^vectors\/([\w-]+\.json|README\.md|SPEC\.md)$/,
  /^docs\/[\w-]+(\.zh-CN)?\.(md|svg)$/
]
const KILOBYTES = 3900

/** What is in the tarball, and what its manifest says. */
export async function checkContents({ check }, { files, unpackedSize }, folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

  await check('contents', 'only files that users need: no tests, fuzzing, benches, ports or sources', () => {
    assert.deepEqual(
      files.filter((path) => !ALLOWED.some((allowed) => allowed.test(path))),
      []
    )
  })
  await check('contents', `${KILOBYTES} kB at most, unpacked`, () => {
    assert.ok(unpackedSize < KILOBYTES * 1000, `${unpackedSize} bytes`)
  })
  await check('contents', 'every file that the manifest names is there', () => {
    const named = JSON.stringify([
      manifest.main,
      manifest.types,
      manifest.browser,
      manifest.bin,
      manifest.exports,
      manifest.typesVersions
    ])
    const paths = [...named.matchAll(/"(\.\/[^"*]+\.\w+)"/g)].map(([, path]) => path)
    assert.ok(paths.length > 40)
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(folder, path))),
      []
    )
  })
  await check('contents', 'a chunk that nobody imports is not shipped', () => {
    const code = files.filter((path) => path.startsWith('dist/')).map((path) => readFileSync(join(folder, path), 'utf8'))
    const chunks = files
      .filter((path) => /\/(chunk|examine|start-provider|types|seconds)\b/.test(path))
      .map((path) => path.replace(/.*\/|\.d\.c?ts$|\.c?js$/g, ''))
    assert.deepEqual(
      chunks.filter((chunk) => !code.some((text) => text.includes(`./${chunk}.`))),
      []
    )
  })
  await check('contents', 'the licence is complete, also of what is bundled', () => {
    assert.equal(manifest.license, 'MIT')
    assert.match(readFileSync(join(folder, 'LICENSE'), 'utf8'), /^MIT License\s+Copyright \(c\)/)
    const bundled = new Set()
    for (const path of files.filter((path) => /\.c?js$/.test(path))) {
      for (const [, name] of readFileSync(join(folder, path), 'utf8').matchAll(
        /^\/\/ (?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/gm
      ))
        bundled.add(name)
    }
    const licences = readdirSync(join(folder, 'dist/cli')).filter((name) => name.startsWith('LICENSE-'))
    assert.deepEqual(licences.sort(), [...bundled].map((name) => `LICENSE-${name}`).sort())
  })
  await check(
    'contents',
    'the manifest is complete: provenance, engines, side effects, no dependency, no install script',
    () => {
      for (const field of ['name', 'version', 'description', 'keywords', 'license', 'engines', 'types'])
        assert.ok(manifest[field], field)
      assert.deepEqual(manifest.publishConfig, { access: 'public', provenance: true })
      assert.equal(manifest.sideEffects, false)
      for (const field of ['dependencies', 'peerDependencies', 'optionalDependencies'])
        assert.equal(manifest[field], undefined, field)
      for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
        assert.equal(manifest.scripts[script], undefined, script)
    }
  )
}
