import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is gone when the process ends, however it ends. */
export function temporaryFolder() {
  // workerd refuses to embed what is behind a link
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'token04-runtimes-')))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
