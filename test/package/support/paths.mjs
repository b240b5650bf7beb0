import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

export const ROOT = path('../../../')
export const TOOLS = path('../tools/')
export const PROJECTS = path('../projects/')

const folders = []

/** An empty folder that goes when the process ends. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `zego-token04-${name}-`))
  folders.push(folder)
  return folder
}

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
