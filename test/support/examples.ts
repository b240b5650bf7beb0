import { readdirSync, readFileSync } from 'node:fs'
import { documents } from './markdown.js'

/** A block of TypeScript in a comment or a document. */
export interface Example {
  readonly file: string
  readonly line: number
  readonly code: string
}

const ROOT = new URL('../../', import.meta.url)

/** The examples in the comments of the sources. */
export function examplesOfSources(): Example[] {
  return readdirSync(new URL('src/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => blocks(`src/${name.replaceAll('\\', '/')}`, /^[ \t]*\* ```ts\n([\s\S]*?)^[ \t]*\* ```$/gm))
}

/** The examples in the documents. */
export function examplesOfDocuments(): Example[] {
  return documents().flatMap(({ blocks }) => blocks.filter(({ language }) => language === 'ts'))
}

function blocks(file: string, fence: RegExp): Example[] {
  // what a checkout on Windows may have made of the line ends
  const text = readFileSync(new URL(file, ROOT), 'utf8').replaceAll('\r\n', '\n')
  return [...text.matchAll(fence)].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length + 1,
    code: (match[1] as string).replace(/^[ \t]*\* ?/gm, '')
  }))
}
