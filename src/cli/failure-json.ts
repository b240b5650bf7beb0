import { Token04Error } from '../errors.js'

/** A refusal for programs. */
export function failureJson(error: Error & { readonly code?: string }) {
  const { code, message } = error
  if (!(error instanceof Token04Error)) return { ok: false, error: { code, message } }
  const { zegoCode, claim } = error
  return { ok: false, error: { code, message, zegoCode, claim } }
}
