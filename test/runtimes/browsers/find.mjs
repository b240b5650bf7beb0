import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib64']

/** The Firefox named, or the system's. */
export function findFirefox() {
  return process.env.FIREFOX_PATH ?? onPath('firefox-esr') ?? onPath('firefox')
}

/** The browser that WebKitWebDriver drives, where it and the display that it needs are installed. */
export function findWebKit() {
  if (!onPath('WebKitWebDriver') || !onPath('Xvfb')) return undefined
  return LIBRARIES.flatMap((library) => versions(library).map((version) => join(library, version, 'MiniBrowser'))).find(
    existsSync
  )
}

function versions(library) {
  return existsSync(library) ? readdirSync(library).filter((name) => name.startsWith('webkit2gtk-')) : []
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync)
}
