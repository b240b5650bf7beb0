import type { CaseResult, Report } from './run.js'
import { tally } from './summary.js'

/** A report as JUnit XML, which continuous integration systems read: a suite a file of vectors. */
export function junitReport({ started, cases }: Report): string {
  const name = `token04 conformance of ${started.implementation.name}`
  const files = [...new Set(cases.map(({ file }) => file))]
  const suites = files.map((file) =>
    suite(
      file,
      cases.filter((result) => result.file === file)
    )
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes({ name, ...counts(cases) })}>\n${suites.join('')}</testsuites>\n`
}

function suite(file: string, cases: readonly CaseResult[]): string {
  return `  <testsuite ${attributes({ name: file, ...counts(cases) })}>\n${cases.map(testcase).join('')}  </testsuite>\n`
}

function testcase(result: CaseResult): string {
  const { id, level, file, comment, flags, milliseconds } = result
  const opening = `    <testcase ${attributes({ classname: `level ${level}.${file}`, name: `${id}: ${comment}`, time: seconds(milliseconds) })}`
  switch (result.status) {
    case 'passed':
      return `${opening}/>\n`
    case 'skipped':
      return `${opening}><skipped ${attributes({ message: result.reason })}/></testcase>\n`
    case 'failed': {
      const message = `expected ${result.expected}; found ${result.found}`
      return `${opening}><failure ${attributes({ message, type: flags.join(' ') })}/></testcase>\n`
    }
  }
}

function counts(cases: readonly CaseResult[]) {
  const { failed, skipped } = tally(cases)
  const time = seconds(cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0))
  return { tests: cases.length, failures: failed, errors: 0, skipped, time }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(String(value))}"`)
    .join(' ')
}

function escapeXml(text: string): string {
  return (
    text
      // what XML 1.0 cannot hold, not even escaped
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
      .replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  )
}
