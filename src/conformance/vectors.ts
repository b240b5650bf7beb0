import { readFileSync } from 'node:fs'
import type { Claims, Mode } from '../types.js'

/** What a flag stands for. */
export interface Note {
  readonly bug: string
  readonly effect: string
  readonly seen: string
}

interface Vector<Input> {
  readonly id: string
  readonly comment: string
  readonly flags: readonly string[]
  readonly input: Input
}

type Fields = Readonly<Record<string, unknown>>

/** Exact claims, and the token that the writers of these flavours make of them. */
export type GenerateVector = Vector<{
  readonly claims: Claims
  readonly serverSecret: string
  readonly mode: Mode
  readonly iv: string
}> & { readonly flavours: readonly string[]; readonly plaintext: string; readonly token: string }

/** Input of which a port makes a token now. */
export type LiveVector = Vector<{
  readonly appId: number
  readonly userId: string
  readonly serverSecret: string
  readonly effectiveTimeInSeconds: number
  readonly payload?: string
  readonly mode?: Mode
}>

/** Input that a port refuses. */
export type InvalidVector = Vector<Fields> & { readonly error: { readonly code: string; readonly claim?: string } }

/** A token that a port reads. */
export type ReadVector = Vector<Fields> & { readonly claims: Claims; readonly mode: Mode }

/** The vectors that are asked through the protocol, by file, and the notes on their flags. */
export interface Vectors {
  readonly notes: Readonly<Record<string, Note>>
  readonly generate: readonly GenerateVector[]
  readonly generateLive: readonly LiveVector[]
  readonly generateInvalid: readonly InvalidVector[]
  readonly payloadValid: readonly Vector<{ readonly payload: string }>[]
  readonly payloadInvalid: readonly InvalidVector[]
  readonly verifyValid: readonly ReadVector[]
  readonly verifyInvalid: readonly InvalidVector[]
}

/** Reads the vectors of this package. */
export function loadVectors(): Vectors {
  const files = Object.fromEntries(
    Object.entries(FILES).map(([key, name]) => [key, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as VectorFile])
  )
  const cases = Object.fromEntries(Object.entries(files).map(([key, file]) => [key, file.cases]))
  const notes = Object.assign({}, ...Object.values(files).map((file) => file.notes)) as Vectors['notes']
  return { ...(cases as unknown as Omit<Vectors, 'notes'>), notes }
}

interface VectorFile {
  readonly notes: Readonly<Record<string, Note>>
  readonly cases: readonly unknown[]
}

// as far above the built command as above this file
const FOLDER = new URL('../../vectors/', import.meta.url)

const FILES = {
  generate: 'generate.json',
  generateLive: 'generate-live.json',
  generateInvalid: 'generate-invalid.json',
  payloadValid: 'payload-valid.json',
  payloadInvalid: 'payload-invalid.json',
  verifyValid: 'verify-valid.json',
  verifyInvalid: 'verify-invalid.json'
}
