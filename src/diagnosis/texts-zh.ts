import type { Texts } from './texts.js'

const NEW_TOKEN = '请让服务端重新生成 Token。'
const COPY = '请从服务端的响应中重新完整复制 Token。'

/** Chinese. */
export const ZH: Texts = {
  words: {
    undefined: 'undefined',
    null: 'null',
    object: '对象',
    array: '数组',
    number: '数字',
    boolean: '布尔值',
    function: '函数',
    symbol: 'symbol',
    bigint: 'bigint',
    whitespace: '空白字符',
    quotes: '引号',
    bearer: '“Bearer ”',
    bom: '字节顺序标记（BOM）',
    padding: '填充缺失或有误',
    'stray-bits': '末尾有多余的比特',
    foreign: '含有 base64 之外的字符',
    'no-version': '不以“04”开头',
    'too-long': '比任何 Token 都长',
    'ciphertext-length': '密文长度不可能',
    'expire-range': '过期时间超出范围'
  },
  texts: {
    NOT_A_STRING: ({ type }) => [
      `Token 不是字符串，而是 ${type}。`,
      '请等待（await）生成 Token 的调用完成，再传入字符串本身。'
    ],
    EMPTY: () => ['Token 为空。', '请确认服务端已返回 Token，并且读取了响应中正确的字段。'],
    SERVER_SECRET_AS_TOKEN: () => [
      '这是 ServerSecret 本身，不是 Token。',
      '如果客户端可能见过它，请在 ZEGO 控制台更换 ServerSecret，并把用它生成的 Token 发给客户端。'
    ],
    SURROUNDING_CHARACTERS: ({ what }) => [`Token 前后有多余的内容：${what}。`, '使用前请去掉这些内容。'],
    KIT_TOKEN: () => ['这是 UIKit 的 Kit Token，不是 token04。', '请把它传给 UIKit，或者只使用 # 之前的部分。'],
    JWT: () => ['这是 JSON Web Token，不是 token04。', '请用 generateToken04 生成 Token。'],
    TOKEN03: () => ['这是 03 版本的 Token。', '请生成 04 版本的 Token。'],
    OTHER_VENDOR_TOKEN: ({ vendor }) => [
      `这是其他厂商（${vendor}）的 Token。`,
      '请用 ZEGO 的 AppID 和 ServerSecret，通过 generateToken04 生成 Token。'
    ],
    UNSUPPORTED_VERSION: ({ version }) => [`Token 的版本是“${version}”，应为“04”。`, '请生成 04 版本的 Token。'],
    BASE64_URL: () => ['Token 使用了 base64 的 URL 字母表（- 和 _）。', '请使用标准 base64（+ 和 /）。'],
    BASE64_LINE_BREAKS: () => ['Token 内部有空白字符。', '请关闭 base64 编码器的换行；把 Token 放进 URL 或表单时要先编码。'],
    BASE64_INVALID: ({ what }) => [`Token 不是正确的 base64：${what}。`, `请使用带填充的标准 base64。${COPY}`],
    MALFORMED_TOKEN: ({ reason }) => [`这不是 token04：${reason}。`, COPY],
    TRUNCATED: ({ missing }) => [`Token 被截断，至少少了 ${missing} 个字节。`, `${COPY}请检查是否有过短的数据库字段或日志行。`],
    LENGTH_WRAPPED: ({ bytes }) => [
      `密文有 ${bytes} 个字节，而长度字段最多只能表示 65,535，已经溢出。`,
      '请缩短 payload，例如其中的 stream_id_list。'
    ],
    TRAILING_BYTES: ({ bytes }) => [
      `Token 之后多了 ${bytes} 个字节。`,
      `${COPY}如果 Token 由自己的代码生成，请以模式字节结尾。`
    ],
    MODE_UNKNOWN: ({ byte }) => [
      `模式字节是 ${byte}；应当没有或为 0（CBC），或为 1（GCM）。`,
      '请把模式字节作为数值写在密文之后。'
    ],
    MODE_BYTE_MISSING: () => ['这是缺少模式字节的 GCM Token。', '请在 Token 末尾写入字节 1。'],
    IV_LENGTH_INVALID: ({ bytes, mode, expected }) => [
      `IV 有 ${bytes} 个字节；${mode} 需要 ${expected} 个。`,
      `请使用 ${expected} 个随机字节作为 IV，并以大端 uint16 写入长度。`
    ],
    MODE_NOT_ALLOWED: ({ mode }) => [
      `Token 使用的 ${mode} 不在允许的模式之中。`,
      '请用允许的模式生成 Token，或者允许这种模式。'
    ],
    SECRET_NOT_GIVEN: () => ['没有 ServerSecret，只检查了明文部分。', '请在服务端传入 serverSecret 以检查其余部分。'],
    INVALID_SERVER_SECRET: () => [
      'serverSecret 既不是字符串，也不是 importServerSecret() 的返回值。',
      '请传入 ZEGO 控制台中的 ServerSecret。'
    ],
    SECRET_UNDEFINED_TEXT: () => ['serverSecret 是缺失的值转成的文本。', '请设置它所读取的变量。'],
    APP_SIGN_AS_SECRET: () => [
      '把 AppSign 或它的一部分当成了 ServerSecret。',
      '请使用 ZEGO 控制台中项目的 ServerSecret：32 个字符，而不是 64 个。'
    ],
    SECRET_WRONG_LENGTH: ({ bytes }) => [
      `serverSecret 有 ${bytes} 个 UTF-8 字节，应为 32 个。`,
      '请从 ZEGO 控制台复制 ServerSecret，不要带空格和换行。'
    ],
    SECRET_HEX_DECODED: () => [
      '生成 Token 时把 ServerSecret 当作十六进制文本解码了。',
      '请直接用 ServerSecret 的 32 个字符作为密钥。'
    ],
    DECRYPTION_FAILED: () => [
      'Token 不是用这个 ServerSecret 生成的，或者被改动过。',
      '请核对服务端使用的 ServerSecret 和 AppID 是否与 ZEGO 控制台一致。'
    ],
    DOUBLE_PADDING: () => ['明文被手动填充过，因此填充了两次。', '请把填充交给加密算法：CBC 会自动填充，GCM 不需要填充。'],
    EMPTY_PLAINTEXT: () => [
      'Token 本身正确，但加密的内容为空。',
      '请检查 claims 是否成功写成 JSON：非 UTF-8 的文本会导致失败。'
    ],
    PLAINTEXT_NOT_JSON: () => ['Token 可以解密，但内容不是 JSON 对象。', '请把 claims 作为一个 UTF-8 的 JSON 对象加密。'],
    INVALID_CLAIMS: ({ claim }) => [`字段 ${claim} 缺失，或者类型、范围不正确。`, `请按规范规定的类型写入 ${claim}。`],
    STRING_NUMBER: ({ claim }) => [`字段 ${claim} 是写在字符串里的数字。`, `写入 ${claim} 时请去掉引号。`],
    NONCE_64_BIT: () => ['nonce 超出了 32 位。', '请在 0 到 2,147,483,647 之间随机取 nonce。'],
    PAYLOAD_NOT_STRING: ({ type }) => [
      `claims 中的 payload 是 ${type}，应为字符串。`,
      '请先把 payload 转成 JSON 文本：JSON.stringify(payload)。'
    ],
    MILLISECONDS: ({ claim }) => [`字段 ${claim} 的单位是毫秒。`, '请把时钟除以 1000 并舍去小数。'],
    EXPIRE_MISMATCH: () => ['明文中的过期时间与 Token 内部的不一致：被改动过，或者写错了。', NEW_TOKEN],
    EXPIRED: ({ ago, at }) => [
      `Token 已于 ${at} 过期，距今 ${ago} 秒。`,
      `${NEW_TOKEN}请让客户端在过期前申请新的 Token，参见 secondsUntilRenewal()。`
    ],
    NOT_YET_VALID: ({ ahead }) => [`Token 还要 ${ahead} 秒才生效。`, '请等待，或者设置 clockToleranceInSeconds。'],
    CTIME_IN_FUTURE: ({ ahead }) => [
      `Token 的生成时间在未来 ${ahead} 秒。`,
      '请校准生成 Token 的服务器的时钟，并且舍去而不是四舍五入秒的小数。'
    ],
    LIFETIME_TOO_LONG: ({ days }) => [
      `Token 的有效期是 ${days} 天；ZEGO 规定最多 24 天。`,
      '请按会话时长设置有效期，并及时续期。'
    ],
    INVALID_APP_ID: () => ['AppID 必须是 1 到 4,294,967,295 的数字。', '请使用 ZEGO 控制台中项目的 AppID，类型为数字。'],
    APP_ID_MISMATCH: () => ['Token 属于另一个 AppID。', '请在服务端和客户端使用同一个项目的 AppID 和 ServerSecret。'],
    INVALID_USER_ID: () => ['用户 ID 为空、超过 64 个字节或含有控制字符。', '请使用 1 到 64 个 UTF-8 字节的用户 ID。'],
    USER_ID_TRUNCATED: () => ['用户 ID 中有 NUL 字符，有些实现会在此处截断。', '请去掉用户 ID 中的 NUL 字符。'],
    USER_ID_MISMATCH: () => ['Token 属于另一个用户。', '请用客户端登录时的用户 ID 生成 Token。'],
    PAYLOAD_NOT_JSON: () => ['payload 既不为空，也不是 JSON 文本。', '请用 JSON 编码器写入 payload，或者留空。'],
    PAYLOAD_SHAPE: ({ path }) => [`payload 不符合权限认证 Token 的要求，位置：${path}。`, '请用 privilegePayload() 生成。'],
    ROOM_ID_MISMATCH: () => ['Token 属于另一个房间，或者不限定房间。', '请用客户端要进入的房间 ID 生成 Token。'],
    LOGIN_DENIED: () => ['Token 不允许登录房间。', '请把权限 1 设为 1：privilegePayload({ canLogin: true })。'],
    PUBLISH_DENIED: () => ['Token 不允许推流。', '请把权限 2 设为 1：privilegePayload({ canPublish: true })。'],
    STREAM_ID_DENIED: () => ['该流不在 Token 允许的流之中。', '请把它加入 stream_id_list。'],
    CBC_UNAUTHENTICATED: () => [
      'CBC Token 没有认证：见过它的人可以改动开头的字节。',
      '请用 GCM 生成 Token，除非旧的私有部署不支持。'
    ],
    INVALID_EFFECTIVE_TIME: () => ['Token 的过期时间早于生成时间。', '请使用 1 到 2,073,600 秒的有效期。'],
    INVALID_OPTION: ({ explanation }) => [`诊断的选项有误：${explanation}`, '请改正该选项。'],
    CRYPTO_UNAVAILABLE: () => ['此平台没有可用的加密功能。', '请使用 https:// 或 localhost，或者支持 WebCrypto 的运行环境。']
  }
}
