// Every name of the public surface, at work. `generate`, `verify` and `diagnose` may answer with or without a promise.
import { contains, equal, ok, refusal, SECRET } from './assert.mjs'

/** The names of `zego-token04`, in every build. */
export const NAMES = [
  'PrivilegeKey',
  'PrivilegeValue',
  'Token04Error',
  'authorize',
  'createTokenProvider',
  'decodeToken04',
  'diagnoseToken04',
  'generateKitToken',
  'generateToken04',
  'importServerSecret',
  'parseKitToken',
  'privilegePayload',
  'secondsUntilRenewal',
  'verifyToken04'
]

const OTHER_SECRET = '0123456789abcdef0123456789abcdef'
const NOW = 1_700_000_000
const now = () => NOW
const MODES = ['gcm', 'cbc']
const options = (patch) => ({ appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 3600, now, ...patch })
const reader = (patch) => ({ serverSecret: SECRET, now, ...patch })

export function secretlessSurface(library, sample) {
  const { PrivilegeKey, PrivilegeValue, Token04Error, authorize, decodeToken04, privilegePayload, secondsUntilRenewal } =
    library
  const verified = (payload) => ({ claims: { payload: payload === null ? '' : JSON.stringify(payload) }, payload })
  return [
    one('the constants are those of ZEGO', () => {
      equal({ ...PrivilegeKey }, { login: 1, publish: 2 })
      equal({ ...PrivilegeValue }, { enable: 1, disable: 0 })
    }),
    one('decodeToken04 reads what is in clear', () => {
      const { version, expire, mode, iv, ciphertext } = decodeToken04(sample)
      equal([version, expire, mode, iv.length], ['04', NOW + 3600, 'gcm', 12])
      ok(iv instanceof Uint8Array && ciphertext instanceof Uint8Array, 'bytes are Uint8Arrays')
    }),
    one('decodeToken04 refuses what is no token04', async () => {
      equal((await refusal(() => decodeToken04('03AAAA'), library)).code, 'UNSUPPORTED_VERSION')
      equal((await refusal(() => decodeToken04(sample.slice(0, -5)), library)).code, 'MALFORMED_TOKEN')
      equal((await refusal(() => decodeToken04(undefined), library)).zegoCode, 1102016)
    }),
    one('secondsUntilRenewal counts down to 30 seconds before the expiry, or as many as asked', () => {
      equal(secondsUntilRenewal(sample, { now }), 3570)
      equal(secondsUntilRenewal(sample, { now, leadInSeconds: 600 }), 3000)
      equal(secondsUntilRenewal(sample), 0)
    }),
    one('privilegePayload builds what ZEGO documents', async () => {
      equal(privilegePayload({ roomId: 'demo' }), { room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null })
      const payload = privilegePayload({ roomId: '房间', canLogin: false, canPublish: true, streamIds: ['a', '😀'] })
      equal(payload, { room_id: '房间', privilege: { 1: 0, 2: 1 }, stream_id_list: ['a', '😀'] })
      equal((await refusal(() => privilegePayload({ roomId: '' }), library)).code, 'INVALID_PAYLOAD')
      equal((await refusal(() => privilegePayload({ roomId: 'r', canPublish: 1 }), library)).code, 'INVALID_OPTION')
    }),
    one('authorize answers as ZEGO would', () => {
      const payload = privilegePayload({ roomId: 'demo', canPublish: true, streamIds: ['camera'] })
      const ask = (patch) => authorize(verified(payload), { action: 'publish', roomId: 'demo', streamId: 'camera', ...patch })
      equal(ask(), { allowed: true })
      contains(ask({ streamId: 'screen' }), { allowed: false, code: 'STREAM_ID_DENIED' })
      contains(ask({ roomId: 'other' }), { allowed: false, code: 'ROOM_ID_MISMATCH' })
      equal(authorize(verified(null), { action: 'login', roomId: 'any' }), { allowed: true })
    }),
    one('createTokenProvider asks once for all who wait, until it is disposed of', async () => {
      let calls = 0
      const fetchToken = async ({ signal }) => ({ token: sample, expire: NOW, renewInSeconds: 3570, call: calls++, signal })
      const provider = library.createTokenProvider({ fetchToken })
      equal(await Promise.all([provider.getToken(), provider.getToken()]), [sample, sample])
      equal([await provider.renew(), calls], [sample, 2])
      provider.dispose()
      equal((await refusal(() => provider.getToken(), library)).code, 'TOKEN_UNAVAILABLE')
      equal((await refusal(() => library.createTokenProvider({}), library)).code, 'INVALID_OPTION')
    }),
    one('a Kit Token gives back what it was made of', () => {
      const user = { appId: 1, userId: 'é用户😀', roomId: 'demo', userName: 'Ünï "名"' }
      equal(library.parseKitToken(library.generateKitToken(sample, user)), { token: sample, ...user })
    }),
    one('an error has a name, a code, the number of the assistants and that of ZEGO', async () => {
      const error = await refusal(() => library.parseKitToken('04'), library)
      contains(error, { name: 'Token04Error', code: 'MALFORMED_TOKEN', errorCode: -1, zegoCode: 1102016 })
      equal(new Token04Error('INVALID_CLAIMS', 'text', 'app_id').claim, 'app_id')
      ok(!(new Error('other') instanceof Token04Error), 'no other error is one')
    })
  ]
}

export function secretSurface({ generate, verify, diagnose, library }) {
  const { importServerSecret, decodeToken04, privilegePayload } = library
  const codeOf = async (call) => (await refusal(call, library)).code
  return [
    one('importServerSecret gives a secret that no text shows', async () => {
      const serverSecret = importServerSecret(SECRET)
      equal(`${serverSecret} ${JSON.stringify({ serverSecret })}`.includes(SECRET), false)
      equal(String(serverSecret), 'ServerSecret(redacted)')
      const token = await generate(options({ serverSecret }))
      equal((await verify(token, reader())).claims.user_id, 'demo')
      equal((await verify(await generate(options()), reader({ serverSecret }))).claims.user_id, 'demo')
    }),
    one('importServerSecret refuses what is no ServerSecret', async () => {
      for (const bad of [undefined, 'undefined', '', SECRET.slice(1), SECRET + SECRET, 5]) {
        contains(await refusal(() => importServerSecret(bad), library), { code: 'INVALID_SERVER_SECRET', errorCode: 5 })
      }
    }),
    ...MODES.map((mode) =>
      one(`a token in mode ${mode} gives back its claims`, async () => {
        const token = await generate(options({ mode, userId: 'é用户😀\u2028', appId: 4_294_967_295 }))
        const { claims, ...rest } = await verify(token, reader())
        const { nonce, ...known } = claims
        const times = { ctime: NOW, expire: NOW + 3600 }
        equal(known, { app_id: 4_294_967_295, user_id: 'é用户😀\u2028', ...times, payload: '' })
        ok(Number.isInteger(nonce) && nonce >= 0 && nonce < 2 ** 31, 'the nonce is a random int32')
        equal(rest, { payload: null, mode, authenticated: mode === 'gcm' })
        equal(decodeToken04(token).expire, NOW + 3600)
      })
    ),
    one('the mode is GCM where none is asked for', async () => {
      equal(decodeToken04(await generate(options())).mode, 'gcm')
    }),
    one('a payload may be an object or its text', async () => {
      const payload = privilegePayload({ roomId: 'demo', canPublish: true, streamIds: ['a/b'] })
      for (const given of [payload, JSON.stringify(payload)]) {
        const verified = await verify(await generate(options({ payload: given })), reader({ roomId: 'demo' }))
        equal([verified.payload, verified.claims.payload], [payload, JSON.stringify(payload)])
      }
      equal(await codeOf(() => generate(options({ payload: { room_id: 'demo' } }))), 'INVALID_PAYLOAD')
    }),
    one('no two tokens share an IV', async () => {
      for (const mode of MODES) {
        const tokens = await Promise.all(Array.from({ length: 200 }, () => generate(options({ mode }))))
        equal(new Set(tokens.map((token) => decodeToken04(token).iv.join())).size, 200)
      }
    }),
    one('a token is valid until its expiry, and as much longer as clocks may differ', async () => {
      const token = await generate(options())
      const at = (seconds, patch) => () => verify(token, reader({ now: () => NOW + seconds, ...patch }))
      await at(3599)()
      equal(await codeOf(at(3600)), 'EXPIRED')
      await at(3609, { clockToleranceInSeconds: 10 })()
      equal(await codeOf(at(-1)), 'NOT_YET_VALID')
      await at(-1, { clockToleranceInSeconds: 1 })()
    }),
    one('the clock of the platform is the default', async () => {
      const token = await generate(options({ now: undefined }))
      const { claims } = await verify(token, { serverSecret: SECRET })
      ok(Math.abs(claims.ctime - Date.now() / 1000) < 60, 'ctime is now')
    }),
    one('each expectation is checked when given', async () => {
      const token = await generate(options())
      await verify(token, reader({ appId: 1, userId: 'demo', modes: ['gcm'] }))
      equal(await codeOf(() => verify(token, reader({ appId: 2 }))), 'APP_ID_MISMATCH')
      equal(await codeOf(() => verify(token, reader({ userId: 'Demo' }))), 'USER_ID_MISMATCH')
      equal(await codeOf(() => verify(token, reader({ roomId: 'demo' }))), 'ROOM_ID_MISMATCH')
      equal(await codeOf(() => verify(token, reader({ modes: ['cbc'] }))), 'MODE_NOT_ALLOWED')
    }),
    one('a rotated secret is one of several', async () => {
      const token = await generate(options())
      await verify(token, reader({ serverSecret: [OTHER_SECRET, importServerSecret(SECRET)] }))
    }),
    one('another secret and an altered token are refused alike', async () => {
      for (const mode of MODES) {
        const token = await generate(options({ mode }))
        const altered = `${token.slice(0, 60)}${token[60] === 'A' ? 'B' : 'A'}${token.slice(61)}`
        equal(await codeOf(() => verify(token, reader({ serverSecret: OTHER_SECRET }))), 'DECRYPTION_FAILED')
        if (mode === 'gcm') equal(await codeOf(() => verify(altered, reader())), 'DECRYPTION_FAILED')
      }
    }),
    one('options are checked, and unknown ones refused', async () => {
      equal(await codeOf(() => generate(options({ appId: '1' }))), 'INVALID_APP_ID')
      equal(await codeOf(() => generate(options({ userId: 'u'.repeat(65) }))), 'INVALID_USER_ID')
      equal(await codeOf(() => generate(options({ effectiveTimeInSeconds: NOW }))), 'INVALID_EFFECTIVE_TIME')
      const capped = options({ effectiveTimeInSeconds: 61, maxEffectiveTimeInSeconds: 60 })
      equal(await codeOf(() => generate(capped)), 'INVALID_EFFECTIVE_TIME')
      equal(await codeOf(() => generate(options({ mode: 'ecb' }))), 'INVALID_OPTION')
      equal(await codeOf(() => generate(options({ unknown: 1 }))), 'INVALID_OPTION')
      equal(await codeOf(() => verify('04', reader({ unknown: 1 }))), 'INVALID_OPTION')
    }),
    one('a diagnosis finds nothing wrong with a good token', async () => {
      const payload = privilegePayload({ roomId: 'demo' })
      const token = await generate(options({ payload }))
      const diagnosis = await diagnose(token, reader({ appId: 1, userId: 'demo', roomId: 'demo', action: 'login' }))
      equal([diagnosis.ok, diagnosis.findings, diagnosis.payload], [true, [], payload])
    }),
    one('a diagnosis names the mistakes, in English and in Chinese', async () => {
      const token = `"${await generate(options())}"`
      for (const [language, letters] of Object.entries({ en: /^[ -~]+$/, zh: /[\u4e00-\u9fff]/ })) {
        const { ok: isGood, findings } = await diagnose(token, reader({ appId: 2, language }))
        equal([isGood, findings.map(({ code }) => code)], [false, ['SURROUNDING_CHARACTERS', 'APP_ID_MISMATCH']])
        ok(
          findings.every(({ message, fix }) => letters.test(message) && letters.test(fix)),
          `the texts are ${language}`
        )
      }
    }),
    one('a diagnosis never rejects', async () => {
      for (const bad of [undefined, null, 5, {}, '', '04', '\ud800', 'eyJhbGciOiJIUzI1NiJ9.e30.x'])
        equal((await diagnose(bad)).ok, false)
    })
  ]
}

export function sealSurface(sealToken04, library) {
  const claims = { app_id: 1, user_id: 'demo', nonce: 7, ctime: NOW, expire: NOW + 3600, payload: '' }
  const sealing = (patch) => ({ serverSecret: SECRET, mode: 'gcm', iv: new Uint8Array(12), ...patch })
  return [
    one('sealToken04 is deterministic, and takes the expiry of the claims', async () => {
      const token = await sealToken04(claims, sealing())
      equal(await sealToken04(claims, sealing({ iv: new DataView(new ArrayBuffer(12)) })), token)
      equal(library.decodeToken04(token).expire, NOW + 3600)
      equal(library.decodeToken04(await sealToken04('{}', sealing({ expire: 5 }))).expire, 5)
    }),
    one('sealToken04 refuses an IV that the mode does not have', async () => {
      equal((await refusal(() => sealToken04(claims, sealing({ mode: 'cbc' })), library)).code, 'INVALID_OPTION')
    })
  ]
}

/** `zego-token04/server-assistant`: what it makes, the main entry reads. */
export function assistantSurface({ generateToken04, ServerAssistantError }, library) {
  const thrownBy = (...given) => refusal(() => generateToken04(...given), { Token04Error: ServerAssistantError })
  return [
    one('ZEGO’s arguments in ZEGO’s order give a token at once', async () => {
      const payload = JSON.stringify({ room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null })
      const token = generateToken04(1, 'demo', SECRET, 3600, payload)
      const { claims, mode } = await library.verifyToken04(token, { serverSecret: SECRET, appId: 1, roomId: 'demo' })
      equal([claims.user_id, claims.expire - claims.ctime, claims.payload, mode], ['demo', 3600, payload, 'gcm'])
    }),
    one('a mode is the sixth argument, and an imported secret is one', () => {
      const secret = library.importServerSecret(SECRET)
      for (const mode of MODES) {
        equal(library.decodeToken04(generateToken04(1, 'demo', secret, 3600, undefined, { mode })).mode, mode)
      }
    }),
    one('what is thrown has the fields of ZEGO’s, and is a Token04Error', async () => {
      const wrong = [
        [1, 0, 'demo', SECRET, 60],
        [3, 1, '', SECRET, 60],
        [5, 1, 'demo', SECRET.slice(1), 60],
        [6, 1, 'demo', SECRET, '60'],
        [-1, 1, 'demo', SECRET, 60, 'no JSON'],
        [-1, 1, 'demo', SECRET, 60, '', { unknown: 1 }]
      ]
      for (const [errorCode, ...given] of wrong) {
        const error = await thrownBy(...given)
        contains(error, { errorCode, errorMessage: error.message })
        ok(error instanceof library.Token04Error, 'it is a Token04Error')
      }
    })
  ]
}

function one(name, run) {
  return { name, run }
}

/** `zego-token04/http`, where there are the `Request` and `Response` of the web. */
export function httpSurface({ createTokenHandler, createTokenListener }, library) {
  const setUp = (patch) => ({ appId: 1, serverSecret: SECRET, authenticate: () => ({ userId: 'demo' }), now, ...patch })
  const ask = (init, patch) =>
    createTokenHandler(setUp(patch))(new Request('https://example.com/token', { method: 'POST', ...init }))
  const outcome = async (init, patch) => {
    const response = await ask(init, patch)
    equal(response.headers.get('cache-control'), 'no-store')
    return [response.status, (await response.json()).error?.code]
  }
  return [
    one('a token endpoint answers with a token for whom authenticate names', async () => {
      const authenticate = async (request) => ({ userId: request.headers.get('x-user'), ...(await request.json()) })
      const body = JSON.stringify({ roomId: '房间', canPublish: true })
      const { token, ...rest } = await (await ask({ headers: { 'x-user': 'demo' }, body }, { authenticate })).json()
      equal(rest, { expire: NOW + 3600, renewInSeconds: 3570 })
      const { claims, payload } = await library.verifyToken04(token, reader({ roomId: '房间' }))
      equal([claims.user_id, payload.privilege], ['demo', { 1: 1, 2: 1 }])
    }),
    one('a token endpoint refuses nobody, other methods, bodies that are too large or no JSON, and mistakes', async () => {
      equal(await outcome({}, { authenticate: () => null }), [401, 'UNAUTHENTICATED'])
      equal(await outcome({ method: 'PUT' }), [405, 'METHOD_NOT_ALLOWED'])
      equal(await outcome({ body: 'x'.repeat(4097) }), [413, 'BODY_TOO_LARGE'])
      equal(await outcome({ body: '[]' }, { authenticate: (request) => request.json() }), [400, 'INVALID_BODY'])
      equal(await outcome({}, { authenticate: () => ({ userId: '' }) }), [400, 'INVALID_USER'])
      equal(await outcome({}, { authenticate: () => Promise.reject(new Error(SECRET)) }), [500, 'INTERNAL_ERROR'])
    }),
    one('a token endpoint reads a body as it streams in, and no more of it than it must', async () => {
      let pulled = 0
      const body = new ReadableStream({
        pull(controller) {
          pulled++
          controller.enqueue(new Uint8Array(1000))
        }
      })
      equal(await outcome({ body, duplex: 'half' }), [413, 'BODY_TOO_LARGE'])
      ok(pulled < 10, 'reading stops')
    }),
    one('a token endpoint refuses its options at once', async () => {
      equal((await refusal(() => createTokenHandler(setUp({ serverSecret: 'short' })), library)).code, 'INVALID_SERVER_SECRET')
      equal((await refusal(() => createTokenListener(setUp({ authenticate: undefined })), library)).code, 'INVALID_OPTION')
    })
  ]
}
