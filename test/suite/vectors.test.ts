import { describe, expect, test } from 'vitest'
import {
  authorize,
  decodeToken04,
  generateKitToken,
  generateToken04,
  parseKitToken,
  privilegePayload,
  type Token04Error,
  type VerifyOptions,
  verifyToken04
} from '../../src/index.js'
import { sealToken04 } from '../../src/testing.js'
import authorizeFile from '../../vectors/authorize.json' with { type: 'json' }
import generateFile from '../../vectors/generate.json' with { type: 'json' }
import generateInvalidFile from '../../vectors/generate-invalid.json' with { type: 'json' }
import generateLiveFile from '../../vectors/generate-live.json' with { type: 'json' }
import kitTokenFile from '../../vectors/kit-token.json' with { type: 'json' }
import payloadInvalidFile from '../../vectors/payload-invalid.json' with { type: 'json' }
import payloadValidFile from '../../vectors/payload-valid.json' with { type: 'json' }
import verifyInvalidFile from '../../vectors/verify-invalid.json' with { type: 'json' }
import verifyValidFile from '../../vectors/verify-valid.json' with { type: 'json' }
import { basic, refusal, SECRET } from '../support/tokens.js'

interface Case {
  id: string
  comment: string
  // biome-ignore lint/suspicious/noExplicitAny: the inputs of vectors are of every type, on purpose
  input: any
  error?: object
}

const each = (file: { cases: unknown[] }, run: (one: Case) => Promise<void> | void) =>
  test.each(file.cases as Case[])('$id: $comment', run)

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const jsonOf = (value: unknown) => JSON.parse(JSON.stringify(value))
const fields = (error: Token04Error) => ({ ...error })

function read({ token, now, ...options }: { token: string; now: number } & Omit<VerifyOptions, 'now'>) {
  return verifyToken04(token, { ...options, now: () => now })
}

describe('generate.json', () => {
  each(generateFile, async ({ input, ...one }) => {
    const { plaintext, token } = one as unknown as { plaintext: string; token: string }
    const { claims, serverSecret, mode } = input
    const options = { serverSecret, mode, iv: bytes(input.iv) }
    expect(await sealToken04(plaintext, { ...options, expire: claims.expire })).toBe(token)
    expect(JSON.parse(plaintext)).toEqual(claims)
    expect(decodeToken04(token)).toMatchObject({ expire: claims.expire, mode })
    if ((one as unknown as { flavours: string[] }).flavours.includes('node')) {
      expect(await sealToken04(claims, options)).toBe(token)
    }
  })
})

describe('generate-live.json', () => {
  each(generateLiveFile, async ({ input }) => {
    const token = await generateToken04(input)
    const { claims, mode } = await verifyToken04(token, {
      serverSecret: input.serverSecret,
      appId: input.appId,
      userId: input.userId
    })
    expect(claims.payload).toBe(input.payload ?? '')
    expect(claims.expire - claims.ctime).toBe(input.effectiveTimeInSeconds)
    expect(mode).toBe(input.mode)
  })
})

describe('generate-invalid.json', () => {
  each(generateInvalidFile, async ({ input, error }) => {
    expect(fields(await refusal(() => generateToken04(input)))).toMatchObject(error as object)
  })
})

describe('payload-valid.json', () => {
  each(payloadValidFile, async ({ input, ...one }) => {
    for (const mode of ['gcm', 'cbc'] as const) {
      const token = await generateToken04({ ...basic({ now: undefined }), mode, payload: input.payload })
      const { payload, claims } = await verifyToken04(token, { serverSecret: SECRET })
      expect(claims.payload).toBe(input.payload)
      expect(payload).toEqual((one as unknown as { payload: unknown }).payload)
    }
  })
})

describe('payload-invalid.json', () => {
  each(payloadInvalidFile, async ({ input, error }) => {
    for (const mode of ['gcm', 'cbc'] as const) {
      expect(fields(await refusal(() => generateToken04(basic({ mode, payload: input.payload }))))).toMatchObject(
        error as object
      )
    }
  })
})

describe('verify-valid.json', () => {
  each(verifyValidFile, async ({ input, ...one }) => {
    const { claims, payload, mode, authenticated } = one as unknown as Record<string, unknown>
    expect(jsonOf(await read(input))).toEqual({ claims, payload, mode, authenticated })
  })
})

describe('verify-invalid.json', () => {
  each(verifyInvalidFile, async ({ input, error }) => {
    expect(fields(await refusal(() => read(input)))).toEqual({ errorCode: expect.any(Number), ...error })
  })
})

describe('authorize.json', () => {
  each(authorizeFile, ({ input, error, ...one }) => {
    const { payload, rule, ...request } = input
    const verified = { claims: { payload: payload === null ? '' : JSON.stringify(payload) }, payload }
    const answer = authorize(verified as never, request, rule)
    expect(answer.allowed).toBe((one as unknown as { result: string }).result === 'allowed')
    if (!answer.allowed) expect(answer).toEqual({ allowed: false, message: expect.any(String), ...error })
  })
})

describe('kit-token.json', () => {
  each(kitTokenFile, async ({ input, error, ...one }) => {
    if (error !== undefined) {
      expect(fields(await refusal(() => parseKitToken(input.kitToken)))).toMatchObject(error)
      return
    }
    const { token, ...user } = input
    const { kitToken } = one as unknown as { kitToken: string }
    expect(generateKitToken(token, user)).toBe(kitToken)
    expect(parseKitToken(kitToken)).toEqual(input)
  })
})

test('the payload that privilegePayload builds is one of those in the vectors', () => {
  const built = privilegePayload({ roomId: 'demo', canLogin: true, canPublish: true })
  expect(payloadValidFile.cases.map(({ payload }) => payload)).toContainEqual(built)
})
