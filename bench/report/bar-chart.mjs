import { round, svg, text } from './svg.mjs'

const LABEL_WIDTH = 260
const BAR_WIDTH = 340
const ROW_HEIGHT = 26
const TOP = 34

/** Horizontal bars of microseconds; each bar is `own`, `floor` or `peer`. */
export function barChart(title, bars) {
  const longest = Math.max(...bars.map(({ microseconds }) => microseconds))
  return svg(
    LABEL_WIDTH + BAR_WIDTH + 90,
    TOP + bars.length * ROW_HEIGHT + 6,
    title,
    bars.map(({ label, microseconds, className }, index) => {
      const y = TOP + index * ROW_HEIGHT
      const width = Math.max(1, (microseconds / longest) * BAR_WIDTH)
      return [
        text(LABEL_WIDTH - 8, y + 13, label, { anchor: 'end' }),
        `<rect x="${LABEL_WIDTH}" y="${y}" width="${round(width)}" height="18" rx="2" class="${className}"/>`,
        text(LABEL_WIDTH + width + 6, y + 13, `${microseconds.toPrecision(3)} µs`, { className: 'muted' })
      ].join('')
    })
  )
}
