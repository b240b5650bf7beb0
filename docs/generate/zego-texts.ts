import type { Language } from '../../src/types.js'

/** What ZEGO documents about a code that a client sees. */
interface ZegoText extends Readonly<Record<Language, string>> {
  /** The code of another SDK for the same, under which the mistakes stand. */
  readonly like?: number
}

/** ZEGO's codes about tokens: those of the native SDKs, then those of the Web SDK. */
export const ZEGO_TEXTS: Readonly<Record<number, ZegoText>> = {
  1002033: { en: 'login authentication failed', zh: '登录鉴权失败' },
  1002067: { en: 'no token was passed', zh: '未传入 Token' },
  1002074: { en: 'internal error about the token', zh: 'Token 内部错误' },
  1002075: { en: 'the payload is not JSON, or not a string', zh: 'Token 格式错误：payload 不是 JSON，或者不是字符串' },
  1002076: { en: 'the AppID differs, or has a wrong type', zh: 'AppID 不一致，或者类型错误' },
  1002077: { en: 'the user ID differs, or has a wrong type', zh: 'userID 不一致，或者类型错误' },
  1002078: { en: 'expired, or the validity has a wrong type', zh: 'Token 已过期，或者有效期类型错误' },
  1002079: { en: 'wrong version', zh: 'Token 版本错误' },
  1002080: { en: 'the nonce has a wrong type', zh: 'nonce 类型错误' },
  1002082: { en: 'no permission to publish', zh: '没有推流权限' },
  1102016: { en: 'Web SDK: wrong format', zh: 'Web SDK：Token 格式错误' },
  1102018: { en: 'Web SDK: expired', zh: 'Web SDK：Token 已过期', like: 1002078 },
  1102020: { en: 'Web SDK: authentication failed', zh: 'Web SDK：鉴权失败', like: 1002033 }
}
