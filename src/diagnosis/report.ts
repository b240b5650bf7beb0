import { ZEGO_CODES } from '../errors.js'
import type { Diagnosis, Finding, Language, Severity } from '../types.js'
import type { Detail, FoundCode, Texts, Word } from './texts.js'
import { EN } from './texts-en.js'
import { ZH } from './texts-zh.js'
import { MISTAKE_ZEGO_CODES } from './zego-codes.js'

const LANGUAGES: Readonly<Record<Language, Texts>> = { en: EN, zh: ZH }

/** Collects findings, the most fundamental first, in the order in which a token is read. */
export class Report {
  readonly findings: Finding[] = []
  readonly #texts: Texts

  constructor(language: Language) {
    this.#texts = LANGUAGES[language]
  }

  add(code: FoundCode, detail: Detail = {}, severity: Severity = 'error'): void {
    const [message, fix] = this.#texts.texts[code](this.#worded(detail))
    const zegoCode = zegoCodeOf(code, detail)
    const finding: Finding = { code, severity, message, fix }
    // a warning is about a token that ZEGO may well take
    if (zegoCode !== undefined && severity === 'error') finding.zegoCode = zegoCode
    this.findings.push(finding)
  }

  diagnosis(rest: Omit<Diagnosis, 'ok' | 'findings'> = {}): Diagnosis {
    return { ok: this.findings.every(({ severity }) => severity !== 'error'), findings: this.findings, ...rest }
  }

  #worded(detail: Detail): Detail {
    const { words } = this.#texts
    const worded = Object.entries(detail).map(([name, value]) => [
      name,
      Object.hasOwn(words, value) ? words[value as Word] : value
    ])
    return Object.fromEntries(worded) as Detail
  }
}

function zegoCodeOf(code: FoundCode, { claim }: Detail): number | undefined {
  const key = code === 'INVALID_CLAIMS' || code === 'STRING_NUMBER' || code === 'MILLISECONDS' ? claim : code
  return ZEGO_CODES[key as keyof typeof ZEGO_CODES] ?? MISTAKE_ZEGO_CODES[code]
}
