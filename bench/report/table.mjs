import { ratio } from '../measure/ratio.mjs'

/** One line a row: what, microseconds a call, and how many times as long as the row that it stands beside. */
export function tableOf(rows) {
  return rows.map(({ id, beside, nanoseconds }) => ({
    what: id,
    microseconds: (nanoseconds / 1000).toPrecision(3),
    times: beside === undefined ? '' : ratio(rows, id, beside).toFixed(2),
    beside: beside ?? ''
  }))
}

export function markdownTable(rows) {
  return [
    '| what | µs | × | of |',
    '|---|--:|--:|---|',
    ...tableOf(rows).map(({ what, microseconds, times, beside }) => `| ${what} | ${microseconds} | ${times} | ${beside} |`)
  ].join('\n')
}

export function goalLine({ name, value, unit, bound, limit, holds }) {
  const spaced = unit === 'ms' ? ' ms' : unit
  return `${holds ? 'holds ' : 'FAILS '} ${`${value.toFixed(2)}${spaced}`.padStart(9)}  ${bound} ${limit}${spaced}  ${name}`
}

export function markdownGoals(goals) {
  return [
    '| goal | limit | measured | holds |',
    '|---|--:|--:|---|',
    ...goals.map(({ name, value, unit, bound, limit, holds }) => {
      const spaced = unit === 'ms' ? ' ms' : unit
      return `| ${name} | ${bound} ${limit}${spaced} | ${value.toFixed(2)}${spaced} | ${holds ? 'yes' : 'no'} |`
    })
  ].join('\n')
}
