// What ajv writes, without what a validator that stops at its first error does not need: half of the bundles was that.

/** Simplifies compiled validators; those of a schema that has to count its errors (anyOf, oneOf) are left as they are. */
export function simplify(code) {
  if (code.includes('errors++')) return code
  const simple = code
    // nothing is counted
    .replaceAll('let vErrors = null;let errors = 0;', '')
    .replaceAll(/const _errs\d+ = errors;/g, '')
    .replaceAll(/\b(errors|_errs\d+) === (errors|_errs\d+|0)\b/g, 'true')
    .replaceAll(/validate\d+\.errors = vErrors;/g, '')
    // what is still running is valid so far
    .replaceAll(/else \{var valid\d+ = true;\}/g, '')
    .replaceAll(/var valid\d+ = true;/g, '')
    .replaceAll(/if\(!valid\d+\)\{break;\}/g, '')
    .replaceAll(/if\(valid\d+\)\{/g, 'if(true){')
    // a failure is kept in one place, and no validator calls another, so that a path is always the whole one
    .replaceAll(
      /validate\d+\.errors = \[\{instancePath(:instancePath\+([^,]+))?,keyword:("\w+"),params:(\{[^}]*\})\}\];return false;/g,
      (_match, _property, path, keyword, params) => `return fail(${path ?? '""'}, ${keyword}, ${params});`
    )
    .replaceAll('(data, {instancePath=""}={})', '(data)')
    .replaceAll(/(!(pattern\d+)\.test\(\w+\)\)\{return fail\([^,]+, "pattern", \{pattern: )"[^"]*"\}/g, '$1$2.source}')
    // nobody asks why it failed
    .replace(/export const kitToken = .*?(?=export const|$)/s, (validator) =>
      validator.replaceAll(/return fail\(.*?\);/g, 'return false;')
    )
    // the same, shorter
    .replaceAll(
      /\(\(typeof (\w+) == "number"\) && \(!\(\1 % 1\) && !isNaN\(\1\)\)\) && \(isFinite\(\1\)\)/g,
      'Number.isInteger($1)'
    )
    .replaceAll(/\(typeof (\w+) == "number"\) && \(isFinite\(\1\)\)/g, 'Number.isFinite($1)')
    .replaceAll(/\((\w+)(?:\.\w+|\["\w+"\]) === undefined\) \|\| \(!\(func\d+\.call\(\1, ("\w+")\)\)\)/g, '!own($1, $2)')
    .replaceAll(/(\w+)(?:\.\w+|\["\w+"\]) !== undefined && func\d+\.call\(\1, ("\w+")\)/g, 'own($1, $2)')
    .replaceAll(/const func\d+ = Object\.prototype\.hasOwnProperty;/g, '')
    // an integer that has passed its type is a finite number: it is not asked again
    .replaceAll(/(\{type: "integer"\}\);\}(?:if\(true\)\{)?)if\(Number\.isFinite\(\w+\)\)/g, '$1if(true)')
    .replaceAll(/ \|\| isNaN\(\w+\)/g, '')
  const leftOver = /\b_?err\w*\d|vErrors|\.errors|valid\d+\b|instancePath|isNaN|hasOwnProperty|func\d+\.call/.exec(simple)
  if (leftOver) throw new Error(`simplified validators still hold ${leftOver[0]}`)
  return `${HELPERS}${simple}`
}

const HELPERS = `let last
export const lastFailure = () => last
function fail(instancePath, keyword, params) { last = { instancePath, keyword, params }; return false; }
function own(data, name) { return data[name] !== undefined && Object.prototype.hasOwnProperty.call(data, name); }
`
