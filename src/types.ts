import type { ErrorCode } from './errors.js'

/**
 * `'gcm'`: AES-256-GCM, authenticated; ZEGO recommends it. `'cbc'`: AES-256-CBC, the original mode, without a MAC.
 *
 * @example
 * ```ts
 * import { decodeToken04, generateToken04, type Mode } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const mode: Mode = 'cbc' // for an old private deployment
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600, mode })
 * decodeToken04(token).mode // => 'cbc'
 * ```
 */
export type Mode = 'gcm' | 'cbc'

/**
 * Answers Unix seconds; a fraction is cut off.
 *
 * @example
 * ```ts
 * import { type Clock, decodeToken04, generateToken04 } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const now: Clock = () => 1700000000.9
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600, now })
 * decodeToken04(token).expire // => 1700003600
 * ```
 */
export type Clock = () => number

/**
 * An imported ServerSecret. Opaque: printing, serialising or inspecting it never shows the secret.
 *
 * @example
 * ```ts
 * import { importServerSecret, type ServerSecret } from 'zego-token04'
 *
 * const serverSecret: ServerSecret = importServerSecret('fa94dd0f974cf2e293728a526b028271')
 * JSON.stringify({ serverSecret }) // => '{"serverSecret":"ServerSecret(redacted)"}'
 * ```
 */
export interface ServerSecret {
  /** What `Object.prototype.toString` names it. */
  readonly [Symbol.toStringTag]: 'ServerSecret'
}

/**
 * What a privilege token allows, as ZEGO writes it. Limits: `schema/rtc-room-payload.json`.
 *
 * @example
 * ```ts
 * import { generateToken04, type RtcRoomPayload, verifyToken04 } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const payload: RtcRoomPayload = { room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null }
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600, payload })
 * const verified = await verifyToken04(token, { serverSecret, roomId: 'demo' })
 * verified.payload // => { room_id: 'demo', privilege: { 1: 1, 2: 0 }, stream_id_list: null }
 * ```
 */
export interface RtcRoomPayload {
  /** The only room that the token is good for: 1 to 128 bytes of UTF-8. */
  room_id: string
  /** Key 1: log in, key 2: publish. Value 1: allowed, 0: denied. At least one key. */
  privilege: {
    /** Log in to the room. */
    1?: 0 | 1
    /** Publish streams in it. */
    2?: 0 | 1
  }
  /** Streams that may be published, each of 1 to 256 characters. `null`, absent or empty: not checked. */
  stream_id_list?: string[] | null
}

/**
 * The plaintext of a token.
 *
 * @example
 * ```ts
 * import { type Claims, verifyToken04 } from 'zego-token04'
 * import { sealToken04 } from 'zego-token04/testing'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271'
 * const written: Claims = { app_id: 1, user_id: 'demo', nonce: 7, ctime: 1700000000, expire: 1700003600, payload: '' }
 * const token = await sealToken04(written, { serverSecret, mode: 'gcm', iv: new Uint8Array(12) })
 * const { claims } = await verifyToken04(token, { serverSecret, now: () => 1700000000 })
 * claims // => { app_id: 1, user_id: 'demo', nonce: 7, ctime: 1700000000, expire: 1700003600, payload: '' }
 * ```
 */
export interface Claims {
  /** AppID, a uint32. */
  app_id: number
  /** The user that the token is for. */
  user_id: string
  /** A random int32. */
  nonce: number
  /** When the token was made, in Unix seconds. */
  ctime: number
  /** When the token stops being valid, in Unix seconds. */
  expire: number
  /** Empty for a basic token, else JSON text. */
  payload: string
}

/**
 * Options of `generateToken04`. Limits: `schema/generate-options.json`.
 *
 * @example
 * ```ts
 * import { type GenerateOptions, generateToken04 } from 'zego-token04'
 *
 * const options: GenerateOptions = {
 *   appId: 1,
 *   userId: 'demo',
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271', // from the environment, in an app
 *   effectiveTimeInSeconds: 7200,
 *   maxEffectiveTimeInSeconds: 3600 // this app makes none for longer
 * }
 * await generateToken04(options).catch(({ code }) => code) // => 'INVALID_EFFECTIVE_TIME'
 * ```
 */
export interface GenerateOptions {
  /** AppID of the project in the ZEGO console: 1 to 4,294,967,295. */
  appId: number
  /** The user that the token is for: 1 to 64 bytes of UTF-8, no control characters. */
  userId: string
  /** The 32-byte ServerSecret, or what `importServerSecret` returned (faster: checked once). */
  serverSecret: string | ServerSecret
  /** How long the token is valid, in seconds: a duration, not a point in time. */
  effectiveTimeInSeconds: number
  /** Left out or `''`: a basic token. Else the RTC room payload, as an object or as its JSON text. */
  payload?: RtcRoomPayload | string
  /** Default `'gcm'`. */
  mode?: Mode
  /** Clock in Unix seconds; default the system's. */
  now?: Clock
  /** Cap on the validity, in seconds; default 2,073,600 (24 days), as ZEGO documents it. */
  maxEffectiveTimeInSeconds?: number
}

/**
 * Options of `verifyToken04`. Each expectation is optional, and checked when given.
 *
 * @example
 * ```ts
 * import { generateToken04, type VerifyOptions, verifyToken04 } from 'zego-token04'
 *
 * const oldSecret = 'fa94dd0f974cf2e293728a526b028271'
 * const newSecret = '00112233445566778899aabbccddeeff'
 * const options: VerifyOptions = { serverSecret: [newSecret, oldSecret], appId: 1, modes: ['gcm'], clockToleranceInSeconds: 5 }
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret: oldSecret, effectiveTimeInSeconds: 3600 })
 * const { claims } = await verifyToken04(token, options)
 * claims.user_id // => 'demo'
 * ```
 */
export interface VerifyOptions {
  /** The secret, or several while a secret is being rotated. */
  serverSecret: string | ServerSecret | ReadonlyArray<string | ServerSecret>
  /** The AppID that the token must be for. */
  appId?: number
  /** The user that the token must be for. */
  userId?: string
  /** The room that the token must be for. A basic token is for no room in particular and fails this. */
  roomId?: string
  /** Modes to accept; default both. */
  modes?: readonly Mode[]
  /** How far clocks may differ, in seconds; default 0. */
  clockToleranceInSeconds?: number
  /** Clock in Unix seconds; default the system's. */
  now?: Clock
  /** Default true: the payload must be empty or pass `schema/rtc-room-payload.json`. */
  validatePayload?: boolean
}

/**
 * What a verified token says.
 *
 * @example
 * ```ts
 * import { generateToken04, type VerifiedToken04, verifyToken04 } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600, mode: 'cbc' })
 * const verified: VerifiedToken04 = await verifyToken04(token, { serverSecret, appId: 1, userId: 'demo' })
 * verified.mode // => 'cbc'
 * verified.authenticated // => false
 * ```
 */
export interface VerifiedToken04 {
  /** What the token encrypts. */
  claims: Claims
  /** The parsed payload; `null` for a basic token and when the payload was not validated. */
  payload: RtcRoomPayload | null
  /** How it is encrypted. */
  mode: Mode
  /** True for GCM. A CBC token carries no MAC: whoever saw one can change its first bytes. */
  authenticated: boolean
}

/**
 * What can be read of a token without the secret. Nothing of it is authenticated.
 *
 * @example
 * ```ts
 * import { type DecodedToken04, decodeToken04 } from 'zego-token04'
 *
 * const token = '04AAAAAGVT/xAADAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAE='
 * const decoded: DecodedToken04 = decodeToken04(token)
 * decoded.expire // => 1700003600
 * decoded.iv.length // => 12
 * ```
 */
export interface DecodedToken04 {
  /** Always `'04'`. */
  version: '04'
  /** The expiry in clear, in Unix seconds. */
  expire: number
  /** How the token is encrypted. */
  mode: Mode
  /** The IV (CBC, 16 bytes) or nonce (GCM, 12 bytes). */
  iv: Uint8Array
  /** The ciphertext; for GCM it ends with the 16-byte tag. */
  ciphertext: Uint8Array
}

/**
 * Which privileges ZEGO checks for a project: those of logging in, of publishing, or both.
 *
 * @example
 * ```ts
 * import { authorize, type CheckRule, generateToken04, privilegePayload, verifyToken04 } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const payload = privilegePayload({ roomId: 'demo', canPublish: true, streamIds: ['camera'] })
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600, payload })
 * const verified = await verifyToken04(token, { serverSecret })
 * const rule: CheckRule = 'login' // nothing is checked of who publishes
 * authorize(verified, { action: 'publish', roomId: 'demo', streamId: 'screen' }, rule) // => { allowed: true }
 * ```
 */
export type CheckRule = 'login' | 'publish' | 'login-and-publish'

/**
 * What a client asks ZEGO for.
 *
 * @example
 * ```ts
 * import { type AuthorizeRequest, authorize, generateToken04, privilegePayload, verifyToken04 } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const payload = privilegePayload({ roomId: 'demo', canPublish: true, streamIds: ['camera'] })
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600, payload })
 * const verified = await verifyToken04(token, { serverSecret })
 * const request: AuthorizeRequest = { action: 'publish', roomId: 'demo', streamId: 'camera' }
 * authorize(verified, request) // => { allowed: true }
 * ```
 */
export interface AuthorizeRequest {
  /** What the client wants to do. */
  action: 'login' | 'publish'
  /** The room that the client logs in to, or publishes in. */
  roomId: string
  /** The stream that the client publishes. */
  streamId?: string
}

/**
 * The answer of `authorize`.
 *
 * @example
 * ```ts
 * import { type AuthorizeResult, authorize, generateToken04, privilegePayload, verifyToken04 } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const payload = privilegePayload({ roomId: 'demo', canPublish: true, streamIds: ['camera'] })
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600, payload })
 * const verified = await verifyToken04(token, { serverSecret })
 * const result: AuthorizeResult = authorize(verified, { action: 'publish', roomId: 'demo', streamId: 'screen' })
 * if (!result.allowed) result.code // => 'STREAM_ID_DENIED'
 * ```
 */
export type AuthorizeResult =
  | {
      /** ZEGO would let the client. */
      allowed: true
    }
  | {
      /** ZEGO would refuse the client. */
      allowed: false
      /** Why: stable, to switch on. */
      code: ErrorCode
      /** The reason, in a sentence. */
      message: string
      /** The code that a client gets from ZEGO for it, where ZEGO documents one. */
      zegoCode?: number
    }

/**
 * Options of `privilegePayload`.
 *
 * @example
 * ```ts
 * import { privilegePayload, type PrivilegePayloadOptions } from 'zego-token04'
 *
 * const options: PrivilegePayloadOptions = { roomId: 'demo', canPublish: true }
 * privilegePayload(options).privilege // => { 1: 1, 2: 1 }
 * ```
 */
export interface PrivilegePayloadOptions {
  /** The only room that the token is good for. */
  roomId: string
  /** May the user log in to the room? Default true. */
  canLogin?: boolean
  /** May the user publish streams? Default false. */
  canPublish?: boolean
  /** Streams that the user may publish; left out, any. */
  streamIds?: readonly string[] | null
}

/**
 * Options of `secondsUntilRenewal`.
 *
 * @example
 * ```ts
 * import { type RenewalOptions, secondsUntilRenewal } from 'zego-token04'
 *
 * const token = '04AAAAAGVT/xAADAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAE='
 * const options: RenewalOptions = { now: () => 1700000000, leadInSeconds: 60 }
 * secondsUntilRenewal(token, options) // => 3540
 * ```
 */
export interface RenewalOptions {
  /** Clock in Unix seconds; default the system's. */
  now?: Clock
  /** How long before the expiry to renew, in seconds; default 30, when ZEGO's SDKs announce it. */
  leadInSeconds?: number
}

/**
 * What a token endpoint answers. Its shape: `schema/token-answer.json`.
 *
 * @example
 * ```ts
 * import type { TokenAnswer } from 'zego-token04'
 * import { createTokenHandler } from 'zego-token04/http'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const handler = createTokenHandler({ appId: 1, serverSecret, authenticate: () => ({ userId: 'demo' }) })
 * const response = await handler(new Request('https://example.com/token', { method: 'POST' }))
 * const answer: TokenAnswer = await response.json()
 * answer.renewInSeconds // => 3570
 * ```
 */
export interface TokenAnswer {
  /** The token, for the client to log in with. */
  token: string
  /** When it stops being valid, in Unix seconds by the clock of the server. */
  expire: number
  /** In how many seconds to renew it: 30 seconds before its expiry. Independent of the clock of the client. */
  renewInSeconds: number
}

/**
 * Whom a Kit Token is for.
 *
 * @example
 * ```ts
 * import { generateKitToken, type KitTokenUser, parseKitToken } from 'zego-token04'
 *
 * const token = '04AAAAAGVT/xAADAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAE='
 * const user: KitTokenUser = { appId: 1, userId: 'demo', roomId: 'room', userName: '小明' }
 * parseKitToken(generateKitToken(token, user)).userName // => '小明'
 * ```
 */
export interface KitTokenUser {
  /** AppID of the project in the ZEGO console. */
  appId: number
  /** The user of the token04: 1 to 64 bytes of UTF-8, no control characters. */
  userId: string
  /** The room that UIKit joins: 1 to 128 bytes of UTF-8. */
  roomId: string
  /** The name that others see: at most 256 characters. */
  userName: string
}

/**
 * What a Kit Token says. Nothing of it is authenticated.
 *
 * @example
 * ```ts
 * import { generateKitToken, type KitToken, parseKitToken } from 'zego-token04'
 *
 * const token = '04AAAAAGVT/xAADAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAE='
 * const kitToken = generateKitToken(token, { appId: 1, userId: 'demo', roomId: 'room', userName: 'Demo' })
 * const read: KitToken = parseKitToken(kitToken)
 * read.token === token // => true
 * read.roomId // => 'room'
 * ```
 */
export interface KitToken extends KitTokenUser {
  /** The token04 inside. */
  token: string
}

/**
 * Options of `sealToken04`.
 *
 * @example
 * ```ts
 * import { type SealOptions, verifyToken04 } from 'zego-token04'
 * import { sealToken04 } from 'zego-token04/testing'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271'
 * const options: SealOptions = { serverSecret, mode: 'cbc', iv: new Uint8Array(16), expire: 1700003600 }
 * const token = await sealToken04('no JSON at all', options)
 * await verifyToken04(token, { serverSecret }).catch(({ code }) => code) // => 'DECRYPTION_FAILED'
 * ```
 */
export interface SealOptions {
  /** The 32-byte ServerSecret, or what `importServerSecret` returned. */
  serverSecret: string | ServerSecret
  /** How to encrypt: there is no default. */
  mode: Mode
  /** Exactly this IV (16 bytes, CBC) or nonce (12 bytes, GCM). */
  iv: Uint8Array
  /** The expiry in clear, in Unix seconds; default the `expire` of the claims, or 0 where they have none. */
  expire?: number
}

/**
 * How bad a finding is. `'error'`: the token is refused, or does not fit what was asked. `'warning'`: a risk. `'info'`: worth knowing.
 *
 * @example
 * ```ts
 * import { diagnoseToken04, type Severity } from 'zego-token04'
 *
 * const worst: Severity = 'error'
 * const { findings } = await diagnoseToken04('03AAAA')
 * findings.some(({ severity }) => severity === worst) // => true
 * ```
 */
export type Severity = 'error' | 'warning' | 'info'

/**
 * Every code that a finding can have: those of a `Token04Error`, and the mistakes that lead to them.
 *
 * @example
 * ```ts
 * import { type DiagnosisCode, diagnoseToken04 } from 'zego-token04'
 *
 * const copiedWrongly: ReadonlySet<DiagnosisCode> = new Set(['SURROUNDING_CHARACTERS', 'TRUNCATED'])
 * const { findings } = await diagnoseToken04('Bearer 04AAAA')
 * findings.every(({ code }) => copiedWrongly.has(code)) // => true
 * ```
 */
export type DiagnosisCode =
  | Exclude<ErrorCode, 'TOKEN_UNAVAILABLE'>
  // the text
  | 'NOT_A_STRING'
  | 'EMPTY'
  | 'SURROUNDING_CHARACTERS'
  | 'KIT_TOKEN'
  | 'JWT'
  | 'TOKEN03'
  | 'OTHER_VENDOR_TOKEN'
  | 'SERVER_SECRET_AS_TOKEN'
  | 'BASE64_URL'
  | 'BASE64_LINE_BREAKS'
  | 'BASE64_INVALID'
  // the envelope
  | 'TRUNCATED'
  | 'TRAILING_BYTES'
  | 'LENGTH_WRAPPED'
  | 'IV_LENGTH_INVALID'
  | 'MODE_UNKNOWN'
  | 'MODE_BYTE_MISSING'
  // the secret
  | 'SECRET_NOT_GIVEN'
  | 'SECRET_WRONG_LENGTH'
  | 'SECRET_UNDEFINED_TEXT'
  | 'SECRET_HEX_DECODED'
  | 'APP_SIGN_AS_SECRET'
  // the plaintext
  | 'DOUBLE_PADDING'
  | 'EMPTY_PLAINTEXT'
  | 'PLAINTEXT_NOT_JSON'
  | 'PAYLOAD_NOT_STRING'
  | 'PAYLOAD_NOT_JSON'
  | 'PAYLOAD_SHAPE'
  | 'STRING_NUMBER'
  | 'NONCE_64_BIT'
  | 'MILLISECONDS'
  | 'CTIME_IN_FUTURE'
  | 'LIFETIME_TOO_LONG'
  | 'USER_ID_TRUNCATED'
  | 'CBC_UNAUTHENTICATED'

/**
 * The languages of a diagnosis.
 *
 * @example
 * ```ts
 * import { diagnoseToken04, type Language } from 'zego-token04'
 *
 * const language: Language = 'zh'
 * const { findings } = await diagnoseToken04('', { language })
 * findings[0]?.message // => 'Token 为空。'
 * ```
 */
export type Language = 'en' | 'zh'

/**
 * Something that a diagnosis found.
 *
 * @example
 * ```ts
 * import { diagnoseToken04, type Finding } from 'zego-token04'
 *
 * const line = ({ code, fix }: Finding) => `${code}: ${fix}`
 * const { findings } = await diagnoseToken04('03AAAA')
 * findings.map(line) // => ['TOKEN03: Make a token of version 04.']
 * ```
 */
export interface Finding {
  /** What was found: stable, to switch on. */
  code: DiagnosisCode
  /** How bad it is. */
  severity: Severity
  /** The mistake, in a sentence. */
  message: string
  /** What to do about it. */
  fix: string
  /** The code that a client gets from ZEGO for it, where ZEGO documents one. */
  zegoCode?: number
}

/**
 * What `diagnoseToken04` found, the most fundamental first.
 *
 * @example
 * ```ts
 * import { type Diagnosis, diagnoseToken04, generateToken04 } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600 })
 * const { ok, findings, claims, payload }: Diagnosis = await diagnoseToken04(token, { serverSecret })
 * ok // => true
 * findings // => []
 * claims?.user_id // => 'demo'
 * payload // => null
 * ```
 */
export interface Diagnosis {
  /** True where no finding is an error. */
  ok: boolean
  /** Empty where there is nothing to say. */
  findings: Finding[]
  /** What can be read without the secret, as far as the token can be decoded. */
  decoded?: DecodedToken04
  /** The claims, where they could be decrypted and have the right types. */
  claims?: Claims
  /** The payload, where it is valid; `null` for a basic token. */
  payload?: RtcRoomPayload | null
}

/**
 * Options of `diagnoseToken04`: those of `verifyToken04`, all optional, and what the client wants to do.
 *
 * @example
 * ```ts
 * import { type DiagnoseOptions, diagnoseToken04, generateToken04, privilegePayload } from 'zego-token04'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // from the environment, in an app
 * const payload = privilegePayload({ roomId: 'demo', canPublish: false })
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 3600, payload })
 * const options: DiagnoseOptions = { serverSecret, roomId: 'demo', action: 'publish', streamId: 'camera' }
 * const { findings } = await diagnoseToken04(token, options)
 * findings.map(({ code }) => code) // => ['PUBLISH_DENIED']
 * ```
 */
export interface DiagnoseOptions extends Partial<VerifyOptions> {
  /** What the client wants to do, to be answered as `authorize` does. */
  action?: 'login' | 'publish'
  /** The stream that it wants to publish. */
  streamId?: string
  /** Which privileges ZEGO checks for the project; default both. */
  rule?: CheckRule
  /** Of the texts; default `'en'`. */
  language?: Language
}
