import { SWEEP_IN_PLACE } from '../scale/scale.mjs'

const MILLION = 1e6
const TOKENS = ['gcm basic', 'gcm privilege', 'cbc basic', 'cbc privilege']

/** What a million tokens cost on one core. */
export function markdownCosts({ rows }) {
  const seconds = (id) => (rows.find((row) => row.id === id).nanoseconds / 1e9) * MILLION
  return [
    '| a million tokens, seconds of one core | generate | verify |',
    '|---|--:|--:|',
    ...TOKENS.flatMap((kind) => [
      `| ${kind}, node:crypto | ${seconds(`generate ${kind} async`).toFixed(1)} | ${seconds(`verify ${kind} async`).toFixed(1)} |`,
      `| ${kind}, WebCrypto in Node.js | ${seconds(`generate ${kind} webcrypto`).toFixed(1)} | ${seconds(`verify ${kind} webcrypto`).toFixed(1)} |`
    ])
  ].join('\n')
}

/** What one and two worker threads do that make tokens without a pause. */
export function markdownScale({ usual, inPlace }) {
  return [
    '| `node` | tokens a second, one thread | processor time of each | two threads | times as many |',
    '|---|--:|--:|--:|--:|',
    scaleLine('by itself', usual),
    scaleLine(`\`${SWEEP_IN_PLACE}\``, inPlace)
  ].join('\n')
}

function scaleLine(name, { one, two, ratio, nanoseconds }) {
  return `| ${name} | ${thousands(one)} | ${(nanoseconds / 1000).toFixed(1)} µs | ${thousands(two)} | ${ratio.toFixed(2)} |`
}

function thousands(rate) {
  return Math.round(rate).toLocaleString('en-US')
}
