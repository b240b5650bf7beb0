import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECTS, temporaryFolder } from './paths.mjs'
import { npm } from './run-command.mjs'

/** An empty project with the tarball installed, without a network, and with the files of a folder of `projects/`. */
export async function createProject(tarball, name, manifest = {}) {
  const folder = temporaryFolder(name)
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'app', version: '1.0.0', private: true, type: 'module', ...manifest })
  )
  await npm(['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder })
  cpSync(join(PROJECTS, name), folder, { recursive: true })
  return folder
}
