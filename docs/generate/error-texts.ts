import type { FoundCode } from '../../src/diagnosis/texts.js'
import type { ErrorCode } from '../../src/errors.js'
import type { Language } from '../../src/types.js'

/** What is wrong, and what to do. */
export type ErrorText = readonly [meaning: string, fix: string]

/** Sentences about errors that a diagnosis never speaks of, or only of one of their causes; the others have its texts. */
type ErrorTexts = Readonly<Record<Exclude<ErrorCode, FoundCode>, ErrorText> & Partial<Record<ErrorCode, ErrorText>>>

export const ERROR_TEXTS: Readonly<Record<Language, ErrorTexts>> = {
  en: {
    INVALID_SERVER_SECRET: [
      'The secret is not a string of 32 bytes of UTF-8: perhaps the AppSign, or a variable that is not set.',
      'Copy the ServerSecret from the ZEGO console, and check the variable that it is read from.'
    ],
    INVALID_EFFECTIVE_TIME: [
      'The validity is not an integer from 1 to 2,073,600 seconds: perhaps a point in time, or milliseconds.',
      'Pass a duration in seconds, for example 3600.'
    ],
    INVALID_PAYLOAD: [
      'The payload is not that of a privilege token; the message names the place.',
      'Build it with privilegePayload(), or leave it out for a basic token.'
    ],
    TOKEN_TOO_LARGE: [
      'The ciphertext would not fit into the 65,535 bytes that its length field holds.',
      'Shorten the payload, for example its stream_id_list.'
    ],
    INVALID_OPTION: [
      'An option is unknown, or has a wrong type or value; the message names it.',
      'Correct the option that the message names.'
    ],
    BROWSER_REFUSED: [
      'This needs the ServerSecret, and it runs in a browser.',
      'Call it on your server, and send the browser the token alone.'
    ],
    MALFORMED_TOKEN: [
      'This is no token04, or it is cut short, or it is not proper base64; the message says which.',
      'Copy the whole token again, from the answer of your server; diagnoseToken04() names the mistake.'
    ],
    UNSUPPORTED_VERSION: ['The token has another version than 04.', 'Make a token of version 04.'],
    MODE_NOT_ALLOWED: [
      'The token uses a mode that is not among those that you allow.',
      'Make the token with an allowed mode, or allow this one.'
    ],
    INVALID_CLAIMS: [
      'A claim is missing, or has a wrong type or range: error.claim names it.',
      'Write each claim with the type that the specification names.'
    ],
    EXPIRED: [
      'The token is past its expiry.',
      'Have your server make a new token, and let the client ask for it before the expiry: secondsUntilRenewal().'
    ],
    NOT_YET_VALID: [
      'The token was made in the future: the clocks differ.',
      'Synchronise the clocks, or allow a clockToleranceInSeconds.'
    ],
    TOKEN_UNAVAILABLE: [
      'A token provider has none to give: your server has not answered in time, or dispose() was called.',
      'See whether your server answers; ask no provider after dispose().'
    ]
  },
  zh: {
    INVALID_SERVER_SECRET: [
      '密钥不是 32 个 UTF-8 字节的字符串：可能误用了 AppSign，或者环境变量没有设置。',
      '请从 ZEGO 控制台复制 ServerSecret，并检查读取它的变量。'
    ],
    INVALID_EFFECTIVE_TIME: [
      '有效期不是 1 到 2,073,600 秒的整数：可能误传了时间点或毫秒。',
      '请传入以秒为单位的时长，例如 3600。'
    ],
    INVALID_PAYLOAD: [
      'payload 不符合权限认证 Token 的要求，错误信息会指出位置。',
      '请用 privilegePayload() 生成；基础鉴权 Token 则不传 payload。'
    ],
    TOKEN_TOO_LARGE: ['密文超出了长度字段能表示的 65,535 个字节。', '请缩短 payload，例如其中的 stream_id_list。'],
    INVALID_OPTION: ['某个选项未知，或者类型、取值有误，错误信息会指出是哪一个。', '请改正错误信息指出的选项。'],
    BROWSER_REFUSED: ['此操作需要 ServerSecret，却运行在浏览器中。', '请在服务端调用，只把 Token 发给浏览器。'],
    MALFORMED_TOKEN: [
      '这不是 token04，或者被截断，或者不是正确的 base64，错误信息会说明是哪一种。',
      '请从服务端的响应中重新完整复制 Token；diagnoseToken04() 会指出具体错误。'
    ],
    UNSUPPORTED_VERSION: ['Token 的版本不是 04。', '请生成 04 版本的 Token。'],
    MODE_NOT_ALLOWED: ['Token 使用的模式不在允许的模式之中。', '请用允许的模式生成 Token，或者允许这种模式。'],
    INVALID_CLAIMS: ['某个字段缺失，或者类型、范围不正确：error.claim 会指出是哪一个。', '请按规范规定的类型写入每个字段。'],
    EXPIRED: ['Token 已过期。', '请让服务端重新生成 Token，并让客户端在过期前申请：secondsUntilRenewal()。'],
    NOT_YET_VALID: ['Token 的生成时间在未来：两端的时钟不一致。', '请校准时钟，或者设置 clockToleranceInSeconds。'],
    TOKEN_UNAVAILABLE: [
      'Token provider 没有可用的 Token：服务端没有按时响应，或者已经调用过 dispose()。',
      '请检查服务端是否正常响应；调用 dispose() 之后不要再请求 Token。'
    ]
  }
}
