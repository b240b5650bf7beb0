import { round, svg, text } from './svg.mjs'

const LEFT = 60
const TOP = 40
const WIDTH = 560
const HEIGHT = 260
const TICKS = 4

/** Microseconds over bytes, a line for each series of `{ name, className, points }`. */
export function lineChart(title, series) {
  const points = series.flatMap((one) => one.points)
  const maxX = Math.max(...points.map(({ x }) => x))
  const maxY = Math.max(...points.map(({ y }) => y))
  const place = ({ x, y }) => [round(LEFT + (x / maxX) * WIDTH), round(TOP + HEIGHT - (y / maxY) * HEIGHT)]
  const ticks = Array.from({ length: TICKS + 1 }, (_, index) => index / TICKS)
  return svg(LEFT + WIDTH + 90, TOP + HEIGHT + 44, title, [
    `<path class="axis" d="M${LEFT} ${TOP} V${TOP + HEIGHT} H${LEFT + WIDTH}"/>`,
    ...ticks.map((part) =>
      text(LEFT + part * WIDTH, TOP + HEIGHT + 18, `${Math.round((part * maxX) / 1000)} kB`, {
        anchor: 'middle',
        className: 'muted'
      })
    ),
    ...ticks.map((part) =>
      text(LEFT - 8, TOP + HEIGHT - part * HEIGHT + 4, `${Math.round(part * maxY)} µs`, { anchor: 'end', className: 'muted' })
    ),
    text(LEFT + WIDTH / 2, TOP + HEIGHT + 38, 'text of the payload', { anchor: 'middle', className: 'muted' }),
    ...series.flatMap(({ name, className, points }) => {
      const [x, y] = place(points.at(-1))
      return [
        `<polyline class="line-${className}" points="${points.map((point) => place(point).join(',')).join(' ')}"/>`,
        ...points.map(place).map(([cx, cy]) => `<circle class="${className}" cx="${cx}" cy="${cy}" r="3"/>`),
        text(x + 8, y + 4, name)
      ]
    })
  ])
}
