import type { Backend } from './backend.js'
import * as webcrypto from './webcrypto.js'

export const randomFill = webcrypto.randomFill

export const encrypt: Backend['encrypt'] = (material, mode, iv, plaintext) => {
  warnOnce()
  return webcrypto.encrypt(material, mode, iv, plaintext)
}

export const decrypt: Backend['decrypt'] = (material, mode, iv, ciphertext) => {
  warnOnce()
  return webcrypto.decrypt(material, mode, iv, ciphertext)
}

let hasWarned = false

function warnOnce(): void {
  if (hasWarned) return
  hasWarned = true
  // biome-ignore lint/suspicious/noConsole: the one thing that the library prints, where a secret is in a page
  globalThis.console?.warn(
    'zego-token04/dev-browser: this page holds a ServerSecret. Whoever opens it can read the secret and issue tokens for every user and room. ' +
      'It is for demonstrations with a secret that does not matter; an app makes its tokens on a server.'
  )
}
