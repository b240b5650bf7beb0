import { readdirSync, readFileSync } from 'node:fs'
import type { Detail, FoundCode } from '../../src/diagnosis/texts.js'
import { EN } from '../../src/diagnosis/texts-en.js'
import { ZH } from '../../src/diagnosis/texts-zh.js'
import { MISTAKE_ZEGO_CODES } from '../../src/diagnosis/zego-codes.js'
import { ZEGO_CODES } from '../../src/errors.js'
import type { Language, Severity } from '../../src/types.js'
import { DIAGNOSIS_WORDS, type Part } from './diagnosis-words.js'
import { code, prose, table } from './markdown.js'

const TEXTS = { en: EN.texts, zh: ZH.texts }

// each part begins with this code, in the order of the texts
const BEGINNINGS: Readonly<Partial<Record<FoundCode, Part>>> = {
  NOT_A_STRING: 'text',
  TRUNCATED: 'envelope',
  SECRET_NOT_GIVEN: 'secret',
  DOUBLE_PADDING: 'plaintext',
  EXPIRE_MISMATCH: 'times',
  INVALID_APP_ID: 'identity',
  PAYLOAD_NOT_JSON: 'payload',
  CBC_UNAUTHENTICATED: 'rest'
}

// what a sentence mentions of a token is shown by its name
const NAMED: Detail = new Proxy({}, { get: (_, name) => `‹${String(name)}›` })

/** docs/diagnosis.md, or its Chinese counterpart. */
export function diagnosisPage(language: Language): string {
  const { intro, parts, head, severities } = DIAGNOSIS_WORDS[language]
  const severityOf = severitiesInSources()
  const rows = new Map<Part, string[][]>()
  let part: Part = 'text'
  for (const name of Object.keys(EN.texts) as FoundCode[]) {
    part = BEGINNINGS[name] ?? part
    const [message, fix] = TEXTS[language][name](NAMED)
    const possible = severityOf.get(name) ?? ['error']
    // a finding that is no error bears no code
    const zegoCode = possible.includes('error') ? zegoCodeOf(name) : ''
    const severity = possible.map((severity) => severities[severity]).join(' / ')
    const row = [code(name), severity, zegoCode, prose(message), prose(fix)]
    rows.set(part, [...(rows.get(part) ?? []), row])
  }
  return [intro, ...[...rows].map(([part, rows]) => `## ${parts[part]}\n\n${table(head, rows)}`)].join('\n\n')
}

function zegoCodeOf(name: FoundCode): string {
  return String(MISTAKE_ZEGO_CODES[name] ?? ZEGO_CODES[name as keyof typeof ZEGO_CODES] ?? '')
}

/** What is reported as less than an error, or as one only sometimes. */
function severitiesInSources(): Map<string, Severity[]> {
  const folder = new URL('../../src/diagnosis/', import.meta.url)
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const reports = sources.flatMap((source) => [...source.matchAll(/report\.add\('(\w+)',(.*?'(?:warning|info)')\)/g)])
  return new Map(
    reports.map(([, name, rest]) => [
      name as string,
      [...(rest as string).matchAll(/'(error|warning|info)'/g)].map(([, severity]) => severity as Severity)
    ])
  )
}
