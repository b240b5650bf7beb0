import { median } from './median.mjs'

/** How many times as long as `other` a row took: the median of what each round says, since a round treats both alike. */
export function ratio(rows, id, other) {
  const times = timesOf(rows, id)
  const others = timesOf(rows, other)
  return median(times.map((time, round) => time / others[round]))
}

function timesOf(rows, id) {
  const row = rows.find((candidate) => candidate.id === id)
  if (row === undefined) throw new Error(`no row ${id}`)
  return row.times
}
