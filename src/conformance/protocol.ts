import type { Claims, Mode } from '../types.js'
import { explain } from '../validation/explain.js'
import type { ValidationError, Validator } from '../validation/validator.js'
import {
  claimsAnswer,
  errorAnswer,
  generateCase,
  generateFixedCase,
  readCase,
  runRequest,
  skippedAnswer,
  startAnswer,
  startRequest,
  stopRequest,
  tokenAnswer
} from './compiled.js'

/** What a port can be asked to do. */
export type Op = 'generate' | 'generate-fixed' | 'read'

/** One question to a port. */
export interface PortCase {
  readonly op: Op
  readonly input: Readonly<Record<string, unknown>>
}

/** What the runner writes, one a line. Shape: `schema/conformance-request.json`. */
export type Request =
  | { readonly cmd: 'start'; readonly version: 1 }
  | { readonly cmd: 'run'; readonly seq: number; readonly case: PortCase }
  | { readonly cmd: 'stop' }

/** Who a port is and what it can do. Shape of this and of the answers: `schema/conformance-response.json`. */
export interface Started {
  readonly version: 1
  readonly implementation: { readonly name: string; readonly language: string; readonly version: string }
  readonly flavour?: string
  readonly capabilities: readonly Op[]
  readonly modes: readonly Mode[]
}

/** What a port says of one case. */
export type Answer =
  | { readonly token: string }
  | { readonly claims: Claims }
  | { readonly error: { readonly code: string; readonly message: string; readonly claim?: string } }
  | { readonly skipped: string }

/** A request as the line to send. Throws where a vector breaks the protocol. */
export function requestLine(request: Request): string {
  const wrong =
    (request.cmd === 'run' ? fault(CASES[request.case.op], request.case, 'the case') : undefined) ??
    fault(REQUESTS[request.cmd], request, 'the request')
  if (wrong !== undefined) throw new Error(wrong)
  // some languages' line readers end a line at these, too
  const line = JSON.stringify(request).replace(/[\u0085\u2028\u2029]/g, escapeUnicode)
  return `${line}\n`
}

/** The answer to `start`, or a sentence that says what is wrong with it. */
export function readStarted(line: string): Started | string {
  const message = readMessage(line)
  if (message === undefined) return `answered "start" with no JSON object: ${quote(line)}`
  const wrong = fault(startAnswer, message, 'the answer')
  return wrong === undefined ? (message as unknown as Started) : `answered "start" wrongly: ${wrong}`
}

/** The answer to a case, or a sentence that says what is wrong with it. */
export function readAnswer(message: Message): Answer | string {
  const kind = (Object.keys(ANSWERS) as (keyof typeof ANSWERS)[]).find((key) => Object.hasOwn(message, key))
  if (kind === undefined) return `gave an answer with none of ${Object.keys(ANSWERS).join(', ')}`
  const wrong = fault(ANSWERS[kind], message, 'the answer')
  return wrong === undefined ? (message as unknown as Answer) : `gave a wrong answer: ${wrong}`
}

/** An object that a port wrote. */
export type Message = Readonly<Record<string, unknown>>

/** The JSON object of a line, or undefined where it holds none. */
export function readMessage(line: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Message) : undefined
  } catch {
    return undefined
  }
}

/** A text for a report: on one line, without what cannot be seen, and not too long. */
export function quote(text: string, length = 120): string {
  const quoted = JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escapeUnicode)
  return quoted.length <= length ? quoted : `${quoted.slice(0, length)}… (${text.length} characters)`
}

// each is validated by itself: of a choice of schemas, the first error is seldom the one that matters
const REQUESTS = { start: startRequest, run: runRequest, stop: stopRequest }
const CASES = { generate: generateCase, 'generate-fixed': generateFixedCase, read: readCase }
const ANSWERS = { token: tokenAnswer, claims: claimsAnswer, error: errorAnswer, skipped: skippedAnswer }

function escapeUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function fault(validate: Validator, value: object, name: string): string | undefined {
  return validate(value) ? undefined : explain(name, value, validate.errors?.[0] as ValidationError).replace(/\.$/, '')
}
