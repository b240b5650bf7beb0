import { join } from 'node:path'
import { runCommand } from '../support/run-command.mjs'

/** The budgets of sizes.mjs, for what was packed: its `dist` is that of the copy. */
export async function checkSizes({ check }, { copy }) {
  await check('size', 'every entry keeps its budget, decodeToken04 alone 1.5 kB', async () => {
    await runCommand(process.execPath, [join(copy, 'test/package/sizes.mjs')], { cwd: copy })
  })
}
