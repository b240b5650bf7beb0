import { readFileSync } from 'node:fs'

interface VectorFile {
  cases: {
    id: string
    input: { token?: unknown; payload?: unknown; serverSecret?: string; now?: number }
    plaintext?: string
  }[]
}

const fileOf = (name: string): VectorFile => JSON.parse(readFileSync(`${process.cwd()}/vectors/${name}.json`, 'utf8'))

export const SECRET = 'fa94dd0f974cf2e293728a526b028271'
export const OTHER_SECRET = '0123456789abcdef0123456789abcdef'
export const NOW = 1_700_000_001

const short = (token: unknown): token is string => typeof token === 'string' && token.length < 2000

/** Real and vector tokens that verify under SECRET at NOW. */
export const VALID_TOKENS: readonly string[] = fileOf('verify-valid')
  .cases.filter(({ input }) => input.serverSecret === SECRET && input.now === NOW)
  .map(({ input }) => input.token)
  .filter(short)

/** Every token of the vectors, right and wrong. */
export const TOKENS: readonly string[] = [
  ...VALID_TOKENS,
  ...fileOf('verify-valid')
    .cases.map(({ input }) => input.token)
    .filter(short),
  ...fileOf('verify-invalid')
    .cases.map(({ input }) => input.token)
    .filter(short)
]

/** Payload texts, right and wrong. */
export const PAYLOADS: readonly string[] = ['payload-valid', 'payload-invalid'].flatMap((name) =>
  fileOf(name)
    .cases.map(({ input }) => input.payload)
    .filter(short)
)

/** Plaintexts as eight languages write them. */
export const PLAINTEXTS: readonly string[] = fileOf('generate').cases.map(({ plaintext }) => plaintext as string)

export const KIT_TOKENS: readonly string[] = JSON.parse(
  readFileSync(`${process.cwd()}/vectors/kit-token.json`, 'utf8')
).cases.map((one: { kitToken?: string; input: { kitToken?: string } }) => one.kitToken ?? one.input.kitToken)
