// What the numbers are held to: each goal with what was measured, and whether it holds.
import { fitLine } from './measure/line.mjs'
import { ratio } from './measure/ratio.mjs'
import { KINDS } from './subject.mjs'

const kinds = KINDS.map(({ mode, kind }) => `${mode} ${kind}`)
const directions = ['generate', 'verify']

export function goals({ rows, sizes, startUp, browser }) {
  return [
    ...kinds.map((kind) =>
      atMost(1.3, `generate ${kind}, beside the floor`, ratio(rows, `generate ${kind} sync`, `generate ${kind} floor`))
    ),
    ...kinds.map((kind) =>
      atMost(1.4, `verify ${kind}, beside the floor`, ratio(rows, `verify ${kind} sync`, `verify ${kind} floor`))
    ),
    ...directions.flatMap((direction) =>
      kinds.map((kind) =>
        atMost(
          1.15,
          `${direction} ${kind} with a promise, beside without`,
          ratio(rows, `${direction} ${kind} async`, `${direction} ${kind} sync`)
        )
      )
    ),
    faster(2.5, rows, 'generate with livekit-server-sdk', 'generate gcm privilege async'),
    faster(8, rows, 'generate with agora-token', 'generate gcm privilege sync'),
    faster(10, rows, 'generate with jose EncryptJWT', 'generate gcm privilege async'),
    atMost(0.05, 'validation of the payload, beside generate', ratio(rows, 'validate payload', 'generate gcm privilege sync')),
    ...directions.map((direction) =>
      faster(1.5, browser.rows, `${direction} with a key import each call`, `${direction} gcm privilege`, 'in Chromium: ')
    ),
    ...directions.map((direction) =>
      atLeast(0.95, `cost of ${direction} on a straight line over the size (r²)`, linearity(sizes, direction))
    ),
    ...['import', 'require'].map((way) =>
      atMost(3, `${way} of the main entry, longer than of an empty module`, startUp[way].longer, 'ms')
    )
  ]
}

/** How well a straight line explains what each size costs beside the least, within a round. */
function linearity(sizes, direction) {
  const own = sizes.filter((row) => row.direction === direction)
  return fitLine(own.map(({ id, bytes }) => ({ x: bytes, y: ratio(sizes, id, own[0].id) }))).rSquared
}

function faster(limit, rows, peer, own, where = '') {
  return atLeast(limit, `${where}${own}, faster than ${peer}`, ratio(rows, peer, own))
}

function atMost(limit, name, value, unit = '×') {
  return { name, limit, value, unit, bound: 'at most', holds: value <= limit }
}

function atLeast(limit, name, value, unit = name.endsWith('(r²)') ? '' : '×') {
  return { name, limit, value, unit, bound: 'at least', holds: value >= limit }
}
