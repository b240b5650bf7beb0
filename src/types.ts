import type { ErrorCode } from './errors.js'

/** `'gcm'`: AES-256-GCM, authenticated; ZEGO recommends it. `'cbc'`: AES-256-CBC, the original mode, without a MAC. */
export type Mode = 'gcm' | 'cbc'

/** Answers Unix seconds; a fraction is cut off. */
export type Clock = () => number

/** An imported ServerSecret. Opaque: printing, serialising or inspecting it never shows the secret. */
export interface ServerSecret {
  readonly [Symbol.toStringTag]: 'ServerSecret'
}

/** What a privilege token allows, as ZEGO writes it. Limits: `schema/rtc-room-payload.json`. */
export interface RtcRoomPayload {
  /** The only room that the token is good for: 1 to 128 bytes of UTF-8. */
  room_id: string
  /** Key 1: log in, key 2: publish. Value 1: allowed, 0: denied. At least one key. */
  privilege: { 1?: 0 | 1; 2?: 0 | 1 }
  /** Streams that may be published, each of 1 to 256 characters. `null`, absent or empty: not checked. */
  stream_id_list?: string[] | null
}

/** The plaintext of a token. */
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

/** Options of `generateToken04`. Limits: `schema/generate-options.json`. */
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

/** Options of `verifyToken04`. Each expectation is optional, and checked when given. */
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

/** What a verified token says. */
export interface VerifiedToken04 {
  claims: Claims
  /** The parsed payload; `null` for a basic token and when the payload was not validated. */
  payload: RtcRoomPayload | null
  mode: Mode
  /** True for GCM. A CBC token carries no MAC: whoever saw one can change its first bytes. */
  authenticated: boolean
}

/** What can be read of a token without the secret. Nothing of it is authenticated. */
export interface DecodedToken04 {
  version: '04'
  /** The expiry in clear, in Unix seconds. */
  expire: number
  mode: Mode
  /** The IV (CBC, 16 bytes) or nonce (GCM, 12 bytes). */
  iv: Uint8Array
  /** The ciphertext; for GCM it ends with the 16-byte tag. */
  ciphertext: Uint8Array
}

/** Which privileges ZEGO checks for a project: those of logging in, of publishing, or both. */
export type CheckRule = 'login' | 'publish' | 'login-and-publish'

/** What a client asks ZEGO for. */
export interface AuthorizeRequest {
  action: 'login' | 'publish'
  /** The room that the client logs in to, or publishes in. */
  roomId: string
  /** The stream that the client publishes. */
  streamId?: string
}

/** The answer of `authorize`. */
export type AuthorizeResult = { allowed: true } | { allowed: false; code: ErrorCode; message: string; zegoCode?: number }

/** Options of `privilegePayload`. */
export interface PrivilegePayloadOptions {
  /** The only room that the token is good for. */
  roomId: string
  /** May the user log in to the room? Default true. */
  canLogin?: boolean
  /** May the user publish streams? Default false. */
  canPublish?: boolean
  /** Streams that the user may publish; left out: any. */
  streamIds?: readonly string[] | null
}

/** Options of `secondsUntilRenewal`. */
export interface RenewalOptions {
  /** Clock in Unix seconds; default the system's. */
  now?: Clock
  /** How long before the expiry to renew, in seconds; default 30, when ZEGO's SDKs announce it. */
  leadInSeconds?: number
}

/** Whom a Kit Token is for. */
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

/** What a Kit Token says. Nothing of it is authenticated. */
export interface KitToken extends KitTokenUser {
  /** The token04 inside. */
  token: string
}

/** Options of `sealToken04`. */
export interface SealOptions {
  serverSecret: string | ServerSecret
  mode: Mode
  /** Exactly this IV (16 bytes, CBC) or nonce (12 bytes, GCM). */
  iv: Uint8Array
  /** The expiry in clear, in Unix seconds; default the `expire` of the claims, or 0 where they have none. */
  expire?: number
}

/** How bad a finding is. `'error'`: the token is refused, or does not fit what was asked. `'warning'`: a risk. `'info'`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** Every code that a finding can have: those of a `Token04Error`, and the mistakes that lead to them. */
export type DiagnosisCode =
  | ErrorCode
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

/** The languages of a diagnosis. */
export type Language = 'en' | 'zh'

/** Something that a diagnosis found. */
export interface Finding {
  code: DiagnosisCode
  severity: Severity
  /** The mistake, in a sentence. */
  message: string
  /** What to do about it. */
  fix: string
  /** The code that a client gets from ZEGO for it, where ZEGO documents one. */
  zegoCode?: number
}

/** What `diagnoseToken04` found, the most fundamental first. */
export interface Diagnosis {
  /** True where no finding is an error. */
  ok: boolean
  findings: Finding[]
  /** What can be read without the secret, as far as the token can be decoded. */
  decoded?: DecodedToken04
  /** The claims, where they could be decrypted and have the right types. */
  claims?: Claims
  /** The payload, where it is valid; `null` for a basic token. */
  payload?: RtcRoomPayload | null
}

/** Options of `diagnoseToken04`: those of `verifyToken04`, all optional, and what the client wants to do. */
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
