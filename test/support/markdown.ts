import { readdirSync, readFileSync } from 'node:fs'

/** A fenced block of code. */
export interface Block {
  readonly file: string
  readonly line: number
  readonly language: string
  readonly code: string
}

/** What the checks of documents look at. */
export interface Document {
  readonly file: string
  readonly headings: readonly { readonly level: number; readonly title: string; readonly anchor: string }[]
  readonly blocks: readonly Block[]
  /** Of `[text](target "title")`, images and HTML. */
  readonly links: readonly { readonly line: number; readonly target: string; readonly title: string }[]
  /** The cells of each table. */
  readonly tables: readonly string[][][]
  /** All but the blocks. */
  readonly prose: string
}

const ROOT = new URL('../../', import.meta.url)
// what is built, installed or somebody else's
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'dist', 'coverage', 'api', 'build', '.git', '.stryker-tmp'])

/** Every document of the repository. */
export function documents(folder = ''): Document[] {
  return readdirSync(new URL(folder, ROOT), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : documents(`${path}/`)
    return entry.name.endsWith('.md') ? [readDocument(path)] : []
  })
}

/** One document of the repository. */
export function readDocument(file: string): Document {
  // what a checkout on Windows may have made of the line ends
  return parseDocument(file, readFileSync(new URL(file, ROOT), 'utf8').replaceAll('\r\n', '\n'))
}

export function parseDocument(file: string, text: string): Document {
  const { blocks, lines } = takeBlocks(file, text)
  const plain = lines.map((line) => line.replace(/`[^`]*`/g, (code) => code.replace(/[[\]()<>]/g, ' ')))
  return {
    file,
    headings: withAnchors(lines),
    blocks,
    links: plain.flatMap((line, index) => linksIn(line).map((link) => ({ line: index + 1, ...link }))),
    tables: tablesIn(lines),
    prose: lines.join('\n')
  }
}

// lines inside a fence are left empty, so that the numbers of the others stay
function takeBlocks(file: string, text: string): { blocks: Block[]; lines: string[] } {
  const blocks: Block[] = []
  let open: { fence: string; indent: string; language: string; line: number; code: string[] } | undefined
  const lines = text.split('\n').map((line, index) => {
    const [, indent = '', fence = '', language = ''] = /^( *)(```+)(\S*)/.exec(line) ?? []
    if (open === undefined) {
      if (fence === '') return line
      open = { fence, indent, language, line: index + 2, code: [] }
    } else if (fence === open.fence && language === '') {
      blocks.push({ file, line: open.line, language: open.language, code: `${open.code.join('\n')}\n` })
      open = undefined
    } else open.code.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line)
    return ''
  })
  if (open !== undefined) throw new Error(`${file}:${open.line}: a block of code does not end`)
  return { blocks, lines }
}

function withAnchors(lines: readonly string[]) {
  const seen = new Map<string, number>()
  return lines.flatMap((line) => {
    const [, marks, title] = /^(#{1,6}) +(.+?) *#*$/.exec(line) ?? []
    if (marks === undefined || title === undefined) return []
    const slug = slugOf(title)
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return [{ level: marks.length, title, anchor: count === 0 ? slug : `${slug}-${count}` }]
  })
}

// as GitHub makes them: small letters, no punctuation, hyphens for blanks
function slugOf(title: string): string {
  return title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}

function linksIn(line: string): { target: string; title: string }[] {
  const markdown = [...line.matchAll(/\]\(([^()\s]+)(?: "([^"]*)")?\)/g)]
  const html = [...line.matchAll(/<[^>]* (?:href|src|srcset)="([^"]*)"/g)]
  return [...markdown, ...html].map(([, target = '', title = '']) => ({ target, title }))
}

function tablesIn(lines: readonly string[]): string[][][] {
  const tables: string[][][] = []
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('|')) continue
    if (!lines[index - 1]?.startsWith('|')) tables.push([])
    const cells = line.split(/(?<!\\)\|/).slice(1, -1)
    tables.at(-1)?.push(cells.map((cell) => cell.trim()))
  }
  return tables
}
