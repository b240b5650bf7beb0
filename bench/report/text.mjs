import { SWEEP_IN_PLACE } from '../scale/scale.mjs'
import { goalLine, tableOf } from './table.mjs'

/** What npm run bench prints. */
export function report({ machine, rows, sizes, browser, startUp, scale, goals }) {
  return `${[
    describeMachine(machine),
    '',
    'Processor time a call, median of the rounds:',
    ...lines([...rows, ...sizes]),
    '',
    `${browser.name}, time by the clock:`,
    ...lines(browser.rows),
    '',
    ...['import', 'require'].map(
      (way) =>
        `${way}: ${startUp[way].main.toFixed(2)} ms, an empty module ${startUp[way].empty.toFixed(2)} ms (${startUp.processes} processes each)`
    ),
    ...Object.entries({ '': scale.usual, [` with ${SWEEP_IN_PLACE}`]: scale.inPlace }).map(
      ([name, { one, two, ratio, nanoseconds }]) =>
        `worker threads${name}: 1 makes ${Math.round(one)} tokens a second, each for ${(nanoseconds / 1000).toFixed(1)} µs of processor time, 2 make ${Math.round(two)}: ${ratio.toFixed(2)}×`
    ),
    '',
    'Goals:',
    ...goals.map(goalLine)
  ].join('\n')}\n`
}

export function describeMachine({ processor, cores, node, openssl, load }) {
  return `${processor}, ${cores} cores; Node.js ${node}, OpenSSL ${openssl}; load average at the start ${load.join(', ')}`
}

function lines(rows) {
  return tableOf(rows).map(
    ({ what, microseconds, times, beside }) =>
      `  ${what.padEnd(44)}${microseconds.padStart(8)} µs${times.padStart(8)}${times && ' ×'} ${beside}`
  )
}
