// Builds every file of vectors and compares it with what is committed: npm run vectors. With --write, it is committed anew.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { authorizeCases } from './cases/authorize.mjs'
import { generateCases } from './cases/generate.mjs'
import { kitTokenCases } from './cases/kit-token.mjs'
import { generateInvalidCases, generateLiveCases } from './cases/live.mjs'
import { NOTES } from './cases/notes.mjs'
import { payloadInvalidCases, payloadValidCases } from './cases/payload.mjs'
import { verifyInvalidCases } from './cases/verify-invalid.mjs'
import { verifyValidCases } from './cases/verify-valid.mjs'

const FILES = [
  [
    'generate',
    'Exact bytes: the claims, the secret, the IV and the mode give this token, in the JSON flavour of each writer.',
    generateCases
  ],
  ['generate-live', 'Options from which a token must be made, with a random IV and the real clock.', generateLiveCases],
  ['generate-invalid', 'Options from which no token may be made.', generateInvalidCases],
  ['payload-valid', 'Payload texts that a writer and a reader must take.', payloadValidCases],
  ['payload-invalid', 'Payload texts that a writer and a reader must refuse.', payloadInvalidCases],
  ['verify-valid', 'Tokens that a reader must accept, and what it must read.', verifyValidCases],
  ['verify-invalid', 'Tokens that a reader must refuse, and the code that says why.', verifyInvalidCases],
  ['authorize', 'What the holder of a token may do, under each of the three check rules.', authorizeCases],
  ['kit-token', 'Kit Tokens that a writer must give and a reader must read, and those it must refuse.', kitTokenCases]
]

const isWriting = process.argv.includes('--write')
let differing = 0

const casesOfFile = new Map(FILES.map(([file, , casesOf]) => [file, [...casesOf()]]))
const all = [...casesOfFile.values()].flat()
if (new Set(all.map(({ id }) => id)).size !== all.length) throw new Error('two cases have the same id')

for (const [file, description] of FILES) {
  const cases = casesOfFile.get(file)
  compare(`${file}.json`, fileText(file, description, cases), `${cases.length} cases`)
}
compare('SPEC.md', counted(readFileSync(new URL('SPEC.md', import.meta.url), 'utf8')), 'counts')
compare('README.md', numbered(readFileSync(new URL('README.md', import.meta.url), 'utf8')), 'number')
process.stdout.write(`${all.length} cases in all\n`)
if (differing > 0) {
  process.stdout.write('Look at the difference; if it is meant, run: npm run vectors -- --write\n')
  process.exitCode = 1
}

function compare(name, text, what) {
  const url = new URL(name, import.meta.url)
  const isSame = existsSync(url) && readFileSync(url, 'utf8') === text
  if (!isSame && isWriting) writeFileSync(url, text)
  if (!isSame && !isWriting) differing += 1
  const state = isSame ? 'same' : isWriting ? 'written' : 'DIFFERS from what is committed'
  process.stdout.write(`${name.padEnd(22)}${what.padStart(10)}  ${state}\n`)
}

function numbered(guide) {
  return guide.replace(/[\d,]+ vectors to test/, `${all.length.toLocaleString('en-US')} vectors to test`)
}

// a rule of the specification names the flags that test it: [`Flag`](file.json) and their number
function counted(specification) {
  return specification.replace(/\[`(\w+)`\]\(([a-z-]+)\.json\) × \d+/g, (_match, flag, file) => {
    const number = casesOfFile.get(file)?.filter(({ flags }) => flags.includes(flag)).length ?? 0
    if (number === 0) throw new Error(`SPEC.md names the flag ${flag} of ${file}.json, where no case bears it`)
    return `[\`${flag}\`](${file}.json) × ${number}`
  })
}

function fileText(file, description, cases) {
  const used = new Set(cases.flatMap(({ flags }) => flags))
  const notes = Object.fromEntries([...used].sort().map((flag) => [flag, noteOf(flag)]))
  const header = JSON.stringify({ file, version: 1, description, numberOfCases: cases.length, notes }, null, 2)
  // a case a line, so that a difference shows which case it is in; what is not ASCII is escaped, so that it can be seen
  const lines = cases.map((one) => `    ${JSON.stringify(one).replace(/[\x7f-\uffff]/g, escaped)}`)
  return `${header.slice(0, -2)},\n  "cases": [\n${lines.join(',\n')}\n  ]\n}\n`
}

function noteOf(flag) {
  if (NOTES[flag] === undefined) throw new Error(`the flag ${flag} has no note in cases/notes.mjs`)
  return NOTES[flag]
}

function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
