// Runs in the page: WebCrypto with a key that is kept, the same with a key import each call, and crypto-js.
import { generateToken04, importServerSecret, verifyToken04 } from '../../dist/dev-browser/index.js'
import { interleave } from '../measure/interleave.mjs'
import { generateOptions, MODES, PAYLOADS, SECRET, verifyOptions } from '../subject.mjs'
import { generateWithCryptoJs, verifyWithCryptoJs } from './crypto-js.mjs'

const payload = PAYLOADS.privilege
const now = () => performance.now() * 1e6

globalThis.measureInPage = async (settings) => interleave(await browserRows(), { ...settings, now })

async function browserRows() {
  const kept = importServerSecret(SECRET)
  const generate = (mode, serverSecret) => generateToken04(generateOptions({ mode, payload, serverSecret }))
  const tokens = { gcm: await generate('gcm', kept), cbc: await generate('cbc', kept) }
  await verifyToken04(generateWithCryptoJs(payload), verifyOptions(kept))
  const verify = (mode, serverSecret) => verifyToken04(tokens[mode], verifyOptions(serverSecret))
  return [
    ...MODES.flatMap((mode) => [
      { id: `generate ${mode} privilege`, run: () => generate(mode, kept) },
      { id: `verify ${mode} privilege`, run: () => verify(mode, kept) }
    ]),
    // an imported secret is a new one each time, and so is its key
    {
      id: 'generate with a key import each call',
      beside: 'generate gcm privilege',
      run: () => generate('gcm', importServerSecret(SECRET))
    },
    {
      id: 'verify with a key import each call',
      beside: 'verify gcm privilege',
      run: () => verify('gcm', importServerSecret(SECRET))
    },
    { id: 'generate with crypto-js AES', beside: 'generate cbc privilege', run: () => generateWithCryptoJs(payload) },
    { id: 'verify with crypto-js AES', beside: 'verify cbc privilege', run: () => verifyWithCryptoJs(tokens.cbc) }
  ]
}
