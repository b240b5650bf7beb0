import { decrypt } from '../crypto/node.js'
import { examine } from '../diagnosis/examine.js'
import type { DiagnoseOptions, Diagnosis } from '../types.js'

/**
 * `diagnoseToken04` without a promise, on node:crypto.
 *
 * @returns Never throws. `ok` is true where no finding is an error.
 *
 * @example
 * ```ts
 * import { diagnoseToken04Sync } from 'zego-token04/sync'
 *
 * diagnoseToken04Sync('03AAAA').findings[0]?.code // => 'TOKEN03'
 * ```
 */
export function diagnoseToken04Sync(token: unknown, options?: DiagnoseOptions): Diagnosis {
  const examination = examine(token, options)
  let step = examination.next()
  while (!step.done) {
    const { material, envelope } = step.value
    step = examination.next(decrypt(material, envelope.mode, envelope.iv, envelope.ciphertext))
  }
  return step.value
}
