// The golden vectors that ship in the package, a case each.
import authorizeFile from 'zego-token04/vectors/authorize.json' with { type: 'json' }
import generateFile from 'zego-token04/vectors/generate.json' with { type: 'json' }
import generateInvalidFile from 'zego-token04/vectors/generate-invalid.json' with { type: 'json' }
import generateLiveFile from 'zego-token04/vectors/generate-live.json' with { type: 'json' }
import kitTokenFile from 'zego-token04/vectors/kit-token.json' with { type: 'json' }
import payloadInvalidFile from 'zego-token04/vectors/payload-invalid.json' with { type: 'json' }
import payloadValidFile from 'zego-token04/vectors/payload-valid.json' with { type: 'json' }
import verifyInvalidFile from 'zego-token04/vectors/verify-invalid.json' with { type: 'json' }
import verifyValidFile from 'zego-token04/vectors/verify-valid.json' with { type: 'json' }
import { contains, equal, refusal, SECRET } from './assert.mjs'

/** A token that is there without anybody making one. */
export const SAMPLE = verifyValidFile.cases[0].input.token

/** What works in every build: reading without the secret, authorizing, Kit Tokens. */
export function secretlessVectors(library) {
  return [
    ...each(generateFile, ({ input, token }) => {
      const { expire, mode, iv } = library.decodeToken04(token)
      equal([expire, mode, hex(iv)], [input.claims.expire, input.mode, input.iv])
    }),
    ...each(authorizeFile, ({ input, result, error }) => {
      const { payload, rule, ...request } = input
      const verified = { claims: { payload: payload === null ? '' : JSON.stringify(payload) }, payload }
      const { message, ...answer } = library.authorize(verified, request, rule)
      equal(answer, result === 'allowed' ? { allowed: true } : { allowed: false, ...error })
      equal(typeof message, result === 'allowed' ? 'undefined' : 'string')
    }),
    ...each(kitTokenFile, async ({ input, kitToken, error }) => {
      if (error) return contains(await refusal(() => library.parseKitToken(input.kitToken), library), error)
      const { token, ...user } = input
      equal(library.generateKitToken(token, user), kitToken)
      equal(library.parseKitToken(kitToken), input)
    })
  ]
}

/** What needs the secret; `generate` and `verify` may answer with or without a promise. */
export function secretVectors({ generate, verify, diagnose, Token04Error }) {
  const errors = { Token04Error }
  const basic = (patch) => ({ appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 3600, ...patch })
  return [
    ...each(generateLiveFile, async ({ input }) => {
      const { appId, userId, serverSecret } = input
      const { claims, mode } = await verify(await generate(input), { serverSecret, appId, userId })
      equal([claims.payload, mode], [input.payload ?? '', input.mode])
      equal(claims.expire - claims.ctime, input.effectiveTimeInSeconds)
    }),
    ...each(generateInvalidFile, async ({ input, error }) => contains(await refusal(() => generate(input), errors), error)),
    ...each(payloadValidFile, async ({ input, payload }) => {
      for (const mode of ['gcm', 'cbc']) {
        const verified = await verify(await generate(basic({ mode, payload: input.payload })), { serverSecret: SECRET })
        equal([verified.claims.payload, verified.payload], [input.payload, payload])
      }
    }),
    ...each(payloadInvalidFile, async ({ input, error }) =>
      contains(await refusal(() => generate(basic({ payload: input.payload })), errors), error)
    ),
    ...each(verifyValidFile, async ({ flags, input, claims, payload, mode, authenticated }) => {
      const { token, options } = reading(input)
      equal(JSON.parse(JSON.stringify(await verify(token, options))), { claims, payload, mode, authenticated })
      // a diagnosis also minds what no writer should write
      if (!flags.includes('ExpireRange')) equal((await diagnose(token, options)).ok, true, 'ok of the diagnosis')
    }),
    ...each(verifyInvalidFile, async ({ id, input, error }) => {
      const { token, options } = reading(input)
      const { errorCode, ...found } = { ...(await refusal(() => verify(token, options), errors)) }
      equal(found, error)
      // without a secret there is nothing to complain of but that
      if (id !== 'refuse-token-secret-missing') equal((await diagnose(token, options)).ok, false, 'ok of the diagnosis')
    })
  ]
}

/** The bytes that each language's assistant writes. */
export function sealVectors(sealToken04) {
  return each(generateFile, async ({ input, flavours, plaintext, token }) => {
    const { claims, serverSecret, mode } = input
    const options = { serverSecret, mode, iv: bytes(input.iv) }
    equal(await sealToken04(plaintext, { ...options, expire: claims.expire }), token)
    if (flavours.includes('node')) equal(await sealToken04(claims, options), token)
  })
}

function each({ file, cases }, run) {
  return cases.map((one) => ({ name: `${file}: ${one.id}: ${one.comment}`, run: () => run(one) }))
}

function reading({ token, now, ...options }) {
  return { token, options: { ...options, now: () => now } }
}

function bytes(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function hex(array) {
  return Array.from(array, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
