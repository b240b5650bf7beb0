import type { Bytes } from '../crypto/backend.js'
import { type KeyMaterial, keyMaterial } from '../crypto/server-secret.js'
import { utf8Length } from '../encoding/text-length.js'
import { fromUtf8, toUtf8 } from '../encoding/utf8.js'
import type { Report } from './report.js'
import type { FoundCode } from './texts.js'

/** A key to try. `mistake` is what it means if this one fits. */
export interface Candidate {
  readonly material: KeyMaterial
  readonly mistake?: FoundCode
}

const SECRET_BYTES = 32

/** The keys to try for what was passed as secrets: the right ones first, then those of known mistakes. */
export function examineSecrets(secrets: readonly unknown[], report: Report): readonly Candidate[] {
  const candidates = secrets.map((secret) => examineSecret(secret, report))
  return [...candidates.flatMap(({ right }) => right), ...candidates.flatMap(({ mistaken }) => mistaken)]
}

interface Examined {
  readonly right: readonly Candidate[]
  readonly mistaken: readonly Candidate[]
}

const NONE: Examined = { right: [], mistaken: [] }

function examineSecret(secret: unknown, report: Report): Examined {
  if (secret === 'undefined' || secret === 'null' || secret === null) {
    report.add('SECRET_UNDEFINED_TEXT')
    return NONE
  }
  const text = secretText(secret)
  if (text === undefined) {
    report.add('INVALID_SERVER_SECRET')
    return NONE
  }
  if (/^[0-9a-fA-F]{64}$/.test(text)) {
    report.add('APP_SIGN_AS_SECRET')
    return { right: [], mistaken: [keyOf(text.slice(0, SECRET_BYTES)), decodedKey(text)] }
  }
  const bytes = utf8Length(text)
  if (bytes !== SECRET_BYTES) {
    report.add('SECRET_WRONG_LENGTH', { bytes })
    return { right: [], mistaken: bytes > SECRET_BYTES ? [keyOf(text.slice(0, SECRET_BYTES))].filter(isWhole) : [] }
  }
  const right = [{ material: keyMaterial(secret) }]
  const mistaken = /^[0-9a-fA-F]{32}$/.test(text) ? [{ ...decodedKey(text), mistake: 'SECRET_HEX_DECODED' as const }] : []
  return { right, mistaken }
}

function secretText(secret: unknown): string | undefined {
  if (typeof secret === 'string') return secret
  try {
    return fromUtf8(keyMaterial(secret).bytes())
  } catch {
    return undefined
  }
}

function keyOf(text: string): Candidate {
  return { material: materialOf(toUtf8(text)) }
}

function decodedKey(hex: string): Candidate {
  const pairs = hex.match(/../g) as string[]
  return { material: materialOf(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))) }
}

function materialOf(bytes: Bytes): KeyMaterial {
  return { bytes: () => bytes, keys: new Map() }
}

// characters beyond ASCII are longer than one byte
function isWhole({ material }: Candidate): boolean {
  return material.bytes().length === SECRET_BYTES
}
