/** A table of Markdown. A bar inside a cell would end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll('|  |', '| |')
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map((row) => line(row))].join('\n')
}

/** A code in the type of code. */
export function code(text: string): string {
  return `\`${text}\``
}

/** A sentence of plain text as Markdown: names of functions and options look like code. */
export function prose(sentence: string): string {
  return sentence
    .replace(/[\w.]+\((?:\{.*?\}|\w+)?\)|\berror\.\w+|\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+(?:[A-Z0-9][a-z0-9]*)+\b/g, (name) =>
      NAMES_OF_THE_FORMAT.has(name) ? name : code(name)
    )
    .replaceAll('<', '&lt;')
}

const NAMES_OF_THE_FORMAT: ReadonlySet<string> = new Set(['token04', 'base64'])
