// Evaluates a bundle where there is nothing but ECMAScript, WebCrypto, fetch and the texts of the web: node bare-host.mjs BUNDLE [PRODUCT]
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'

const [bundle, product] = process.argv.slice(2)
const web = { crypto, TextEncoder, TextDecoder, atob, btoa, setTimeout, clearTimeout, AbortController }
const fetching = { Request, Response, Headers, ReadableStream }
const scope = { ...web, ...fetching, ...(product && { navigator: { product } }) }
const context = createContext(scope, { codeGeneration: { strings: false, wasm: false } })
runInContext(readFileSync(bundle, 'utf8'), context)
console.log(`OUTCOME ${await context.outcome}`)
