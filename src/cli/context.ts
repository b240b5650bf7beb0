import type { Paint } from '../conformance/report.js'
import type { Language } from '../types.js'
import type { Terminal } from './terminal.js'
import type { CliTexts } from './texts.js'

/** What every command is given. */
export interface Context {
  readonly terminal: Terminal
  readonly language: Language
  readonly texts: CliTexts
  /** Answers and refusals are one JSON document on stdout. */
  readonly isJson: boolean
  /** Colours stdout. */
  readonly paint: Paint
  /** Sets the exit code. */
  exit(code: number): void
}
