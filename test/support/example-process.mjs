// Run by run-examples.ts in a plain Node.js: imports each example as an ES module, and answers with what went wrong in it, or ''.
import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'

const ANY = Symbol('any value')
const TEXT = Symbol('any text')

globalThis.$checks = () => {
  let reached = 0
  return {
    ANY,
    TEXT,
    is(stated, actual, expected) {
      reached++
      assert.deepEqual(actual, expected, `the comment says ${stated}, but it is ${JSON.stringify(actual)}`)
    },
    looksLike(stated, actual, shape) {
      assert.deepEqual(masked(actual, shape), shape, `the comment says ${stated}, but it is ${JSON.stringify(actual)}`)
    },
    // one that was not reached proves nothing
    finish: (claims) => assert.equal(reached, claims, 'a "// =>" was not reached')
  }
}

// a copy in which what the shape leaves open looks as the shape does
function masked(actual, shape) {
  if (shape === ANY && actual !== undefined) return ANY
  if (shape === TEXT && typeof actual === 'string' && actual !== '') return TEXT
  if (Array.isArray(actual) && Array.isArray(shape)) return actual.map((item, index) => masked(item, shape[index]))
  if (typeof actual !== 'object' || actual === null) return actual
  return Object.fromEntries(Object.entries(actual).map(([key, value]) => [key, masked(value, shape?.[key])]))
}

// a module without a file has no package around it, so names of the package are resolved here
const located = (code) =>
  code.replace(/\bfrom ['"](zego-token04[\w/-]*)['"]/g, (_from, name) => `from '${import.meta.resolve(name)}'`)

// what goes to stdout is the answer
console.log = console.error

const { modules, prelude } = JSON.parse(await text(process.stdin))
if (prelude !== undefined) await import(prelude)
const complaints = []
for (const code of modules) {
  try {
    await import(`data:text/javascript,${encodeURIComponent(located(code))}`)
    complaints.push('')
  } catch (error) {
    complaints.push(String(error?.message ?? error))
  }
}
process.stdout.write(JSON.stringify(complaints))
