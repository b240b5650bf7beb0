import { fileURLToPath } from 'node:url'

/** The path of what is in this repository. */
export function inRoot(path) {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url))
}
