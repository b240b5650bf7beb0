/** Rows of cells as lines, each column as wide as its widest cell, all but the last. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((widest, row) => {
    row.forEach((cell, index) => {
      widest[index] = Math.max(widest[index] ?? 0, widthOf(cell))
    })
    return widest
  }, [])
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] as number) - widthOf(cell))))
      .join('  ')
  )
}

// Chinese characters are two columns wide; colours are none
function widthOf(text: string): number {
  const shown = text.replace(/\u001b\[\d+m/g, '')
  return shown.length + (shown.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0)
}
