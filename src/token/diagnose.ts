import { decrypt } from '#backend'
import type { DiagnoseOptions, Diagnosis } from '../types.js'

/**
 * Explains what is wrong with a token, in plain words, with every mistake that can be told apart, and what to do about each.
 *
 * It goes on past what it understands: it takes quotation marks off, reads base64 of the URL alphabet, tries the keys of well-known
 * mistakes. It says only what is certain. It is made for developers: do not answer whoever sent the token with it, for it tells
 * apart what `verifyToken04` does not.
 *
 * @param token - Anything that was taken for a token.
 * @param options - Those of `verifyToken04`, all optional, and `action`, `streamId`, `rule`; `language` is `'en'` or `'zh'`.
 * @returns Never rejects. `ok` is true where no finding is an error.
 *
 * @example
 * ```ts
 * import { diagnoseToken04 } from 'zego-token04'
 *
 * const { ok, findings } = await diagnoseToken04('"04AAAA"')
 * ok // => false
 * findings.map(({ code }) => code) // => ['SURROUNDING_CHARACTERS', 'TRUNCATED']
 * ```
 */
export async function diagnoseToken04(token: unknown, options?: DiagnoseOptions): Promise<Diagnosis> {
  // loaded when it is needed: its texts would be most of the library
  const { examine } = await import('../diagnosis/examine.js')
  const examination = examine(token, options)
  let step = examination.next()
  while (!step.done) {
    const { material, envelope } = step.value
    try {
      step = examination.next(await decrypt(material, envelope.mode, envelope.iv, envelope.ciphertext))
    } catch {
      step = examination.throw(undefined)
    }
  }
  return step.value
}
