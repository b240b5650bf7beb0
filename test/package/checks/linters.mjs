import assert from 'node:assert/strict'
import { runCommand } from '../support/run-command.mjs'
import { programOf, versionOf } from '../support/tools.mjs'

// what may be said, and why it stays
const EXPLAINED = [
  // tools that do not read `exports` (Parcel as it comes, Browserify, older Metro) get the refusing build by this field
  /^pkg\.browser with a string value can be refactored to use pkg\.exports/
]

/** Linters of packages. */
export async function checkLinters({ check }, tarball, folder) {
  await check('lint', `publint ${versionOf('publint')} finds nothing that is not explained`, async () => {
    const args = [programOf('publint'), 'run', folder, '--strict', '--pack', 'false']
    const { stdout } = await runCommand(process.execPath, args, { env: { NO_COLOR: '1', FORCE_COLOR: '0' } })
    const found = [...stdout.matchAll(/^\d+\. (.*)$/gm)].map(([, text]) => text)
    for (const explained of EXPLAINED)
      assert.ok(
        found.some((text) => explained.test(text)),
        `${explained} is not said any more`
      )
    assert.deepEqual(
      found.filter((text) => !EXPLAINED.some((explained) => explained.test(text))),
      []
    )
  })
  await check(
    'lint',
    `are-the-types-wrong ${versionOf('@arethetypeswrong/cli')} finds nothing, under its strictest profile`,
    async () => {
      const args = [programOf('@arethetypeswrong/cli', 'attw'), tarball, '--profile', 'strict', '--no-definitely-typed']
      await runCommand(process.execPath, args)
    }
  )
}
