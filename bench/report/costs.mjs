const MILLION = 1e6
const TOKENS = ['gcm basic', 'gcm privilege', 'cbc basic', 'cbc privilege']

/** What a million tokens cost on one core, and what two worker threads do. */
export function markdownCosts({ rows, scale }) {
  const seconds = (id) => (rows.find((row) => row.id === id).nanoseconds / 1e9) * MILLION
  return [
    '| a million tokens, seconds of one core | generate | verify |',
    '|---|--:|--:|',
    ...TOKENS.flatMap((kind) => [
      `| ${kind}, node:crypto | ${seconds(`generate ${kind} async`).toFixed(1)} | ${seconds(`verify ${kind} async`).toFixed(1)} |`,
      `| ${kind}, WebCrypto in Node.js | ${seconds(`generate ${kind} webcrypto`).toFixed(1)} | ${seconds(`verify ${kind} webcrypto`).toFixed(1)} |`
    ]),
    '',
    `One worker thread made ${thousands(scale.one)} tokens a second, two made ${thousands(scale.two)}: ${scale.ratio.toFixed(2)} times as many.`
  ].join('\n')
}

function thousands(rate) {
  return Math.round(rate).toLocaleString('en-US')
}
