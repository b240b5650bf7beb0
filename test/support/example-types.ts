import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import type { Example } from './examples.js'

/** What TypeScript says against the examples, as an editor would with the types of the built package. */
export function typeErrors(examples: readonly Example[], globals: string): string[] {
  const { program, names } = programOf([...examples, { file: 'globals.d.ts', line: 0, code: globals }])
  return names.flatMap(({ name, example }) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ messageText }) => `${example.file}:${example.line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  )
}

/** An exported name, as the types of the built package document it. */
interface Documented {
  readonly name: string
  readonly text: string
  readonly example: string
  /** Members without a comment. */
  readonly bare: readonly string[]
}

/** Every export of an entry of the built package. */
export function exportsOf(entry: string): Documented[] {
  const { program, names } = programOf([{ file: 'entry.ts', line: 0, code: `export * from '${entry}'` }])
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(program.getSourceFile(names[0]?.name as string) as ts.SourceFile)
  return checker.getExportsOfModule(module as ts.Symbol).map((symbol) => {
    const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const members = [...(original.members?.values() ?? [])].filter(
      ({ flags }) => flags & (ts.SymbolFlags.Property | ts.SymbolFlags.Accessor | ts.SymbolFlags.Method)
    )
    return {
      name: symbol.name,
      text: commentOf(original, checker),
      example: ts.displayPartsToString(original.getJsDocTags(checker).find(({ name }) => name === 'example')?.text),
      bare: members.filter((member) => commentOf(member, checker) === '').map(({ name }) => `${symbol.name}.${name}`)
    }
  })
}

const COMPILER: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true
}

function commentOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker))
}

// most of the time goes into parsing the types of the platform
const onDisk = new Map<string, ts.SourceFile | undefined>()

// the examples are files of the package that are not on the disk, so that its name resolves as it does for a user
function programOf(examples: readonly Example[]) {
  const names = examples.map((example, index) => {
    const suffix = example.file.endsWith('.d.ts') ? '.d.ts' : '.ts'
    return { name: ts.sys.resolvePath(fileURLToPath(new URL(`example-${index}${suffix}`, import.meta.url))), example }
  })
  const texts = new Map(names.map(({ name, example }) => [name, `${example.code}\nexport {}\n`]))
  const host = ts.createCompilerHost(COMPILER)
  const { readFile, fileExists, getSourceFile } = host
  host.fileExists = (name) => texts.has(name) || fileExists(name)
  host.readFile = (name) => texts.get(name) ?? readFile(name)
  host.getSourceFile = (name, options, ...rest) => {
    const text = texts.get(name)
    if (text !== undefined) return ts.createSourceFile(name, text, options)
    const file = onDisk.get(name) ?? getSourceFile(name, options, ...rest)
    onDisk.set(name, file)
    return file
  }
  return { program: ts.createProgram([...texts.keys()], COMPILER, host), names }
}
