import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/**
 * Runs examples as ES modules, in a Node.js of their own, and answers for each with what went wrong, or with ''. A comment states
 * a result in one of these ways:
 *
 *     expression // => value              strictly equal; every such comment must be reached
 *     expression // { code: 'A', message: '...', other }        this shape: '...' is any text, a name alone any value
 *     const list = [1]
 *     // list: [1]                        the same of a variable
 */
export async function runExamples(codes: readonly string[], prelude?: string): Promise<string[]> {
  const modules = codes.map((code) => ts.transpileModule(withChecks(code), { compilerOptions: COMPILER }).outputText)
  const input = JSON.stringify({ modules, prelude: prelude && new URL(prelude, import.meta.url).href })
  const env = { ...process.env, ZEGO_SERVER_SECRET: 'fa94dd0f974cf2e293728a526b028271' }
  const runner = fileURLToPath(new URL('example-process.mjs', import.meta.url))
  const output = await new Promise<string>((resolve, reject) => {
    const child = execFile(process.execPath, [runner], { env, timeout: 60_000 }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error)
    )
    child.stdin?.end(input)
  })
  return JSON.parse(output)
}

const COMPILER: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true
}

// the checks stand on the lines of what they check
function withChecks(code: string): string {
  const edits: { start: number; end: number; text: string }[] = []
  let claims = 0
  const visit = (node: ts.Node): void => {
    const stated = comment(code, node)
    const quoted = JSON.stringify(stated.replace(/^=> /, ''))
    if (ts.isExpressionStatement(node) && stated.startsWith('=> ')) {
      edits.push({ ...span(node), text: `$.is(${quoted}, ${node.expression.getText()}, (${stated.slice(3)}))` })
      claims++
    } else if (ts.isExpressionStatement(node) && /^[{[]/.test(stated)) {
      edits.push({ ...span(node), text: `$.looksLike(${quoted}, ${node.expression.getText()}, ${shape(stated)})` })
    } else if (ts.isVariableStatement(node) && /^\w+: [{[]/.test(stated)) {
      const [name] = stated.split(':', 1)
      const pattern = shape(stated.slice(`${name}: `.length))
      edits.push({ start: node.end, end: node.end, text: `; $.looksLike(${quoted}, ${name}, ${pattern})` })
    } else ts.forEachChild(node, visit)
  }
  visit(parse(code))
  if (claims !== code.split('// =>').length - 1) throw new Error('a "// =>" stands behind no expression')
  let text = code
  for (const { start, end, text: check } of edits.reverse()) text = text.slice(0, start) + check + text.slice(end)
  return `const $ = globalThis.$checks(); ${text}\n$.finish(${claims})\n`
}

// behind a statement or on the line below
function comment(code: string, node: ts.Node): string {
  if (!ts.isExpressionStatement(node) && !ts.isVariableStatement(node)) return ''
  const range = [
    ...(ts.getTrailingCommentRanges(code, node.end) ?? []),
    ...(ts.getLeadingCommentRanges(code, node.end) ?? [])
  ][0]
  return range === undefined ? '' : code.slice(range.pos, range.end).replace(/^\/\/\s*/, '')
}

function span(node: ts.Node) {
  return { start: node.getStart(), end: node.end }
}

function shape(pattern: string): string {
  const source = parse(`(${pattern})`)
  const print = (node: ts.Node): string => {
    if (ts.isParenthesizedExpression(node)) return print(node.expression)
    if (ts.isArrayLiteralExpression(node)) return `[${node.elements.map(print).join(', ')}]`
    if (ts.isObjectLiteralExpression(node)) return `{ ${node.properties.map(print).join(', ')} }`
    if (ts.isShorthandPropertyAssignment(node)) return `${node.name.text}: $.ANY`
    if (ts.isPropertyAssignment(node)) return `${node.name.getText()}: ${print(node.initializer)}`
    return ts.isStringLiteral(node) && node.text === '...' ? '$.TEXT' : node.getText()
  }
  return print((source.statements[0] as ts.ExpressionStatement).expression)
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true)
}
