import { Refusal } from '../../src/http/refusal.js'
import type { TokenErrorCode } from '../../src/http/types.js'
import type { Language } from '../../src/types.js'
import { MAX_BODY_BYTES } from '../../src/validation/compiled.js'
import { code, prose, table } from './markdown.js'

interface Texts {
  /** What to do, on the server or in the client; the answer itself says what is wrong. */
  readonly fix: string
  readonly zh: readonly [meaning: string, fix: string]
}

const TEXTS: Readonly<Record<TokenErrorCode, Texts>> = {
  INVALID_BODY: {
    fix: 'Send a JSON object, or nothing.',
    zh: ['请求体必须是完整的 JSON 对象。', '请发送 JSON 对象，或者不发送请求体。']
  },
  INVALID_USER: {
    fix: 'Look at what onError() was told: the user id, the room or a stream is beyond its limits.',
    zh: ['无法为这个用户或房间生成 Token。', '请查看 onError() 收到的内容：用户 ID、房间或流超出了限制。']
  },
  UNAUTHENTICATED: {
    fix: 'Log the user in. If he is, look at why authenticate() gave null.',
    zh: ['不知道是谁在申请 Token。', '请先让用户登录；如果已经登录，请检查 authenticate() 为什么返回 null。']
  },
  METHOD_NOT_ALLOWED: { fix: 'Ask with POST.', zh: ['申请 Token 要用 POST。', '请使用 POST。'] },
  BODY_TIMEOUT: {
    fix: 'Ask again; for slow clients, raise bodyTimeoutInSeconds.',
    zh: ['请求体没有及时到达。', '请重试；如果客户端网络较慢，请调大 bodyTimeoutInSeconds。']
  },
  BODY_TOO_LARGE: {
    fix: 'Send what authenticate() needs, and no more.',
    zh: [`请求体超过 ${MAX_BODY_BYTES} 个字节。`, '请只发送 authenticate() 需要的内容。']
  },
  INTERNAL_ERROR: {
    fix: 'Look at what onError() was told: authenticate() or payload() threw, or gave what no token can be made of.',
    zh: [
      '服务端出错。',
      '请查看 onError() 收到的内容：authenticate() 或 payload() 抛出了错误，或者返回了无法生成 Token 的内容。'
    ]
  },
  AUTHENTICATION_TIMEOUT: {
    fix: 'Find out what authenticate() waits for, or raise authenticateTimeoutInSeconds.',
    zh: ['服务端未能及时确定是谁在申请 Token。', '请检查 authenticate() 在等待什么，或者调大 authenticateTimeoutInSeconds。']
  }
}

const HEADS = { en: ['code', 'status', 'what is wrong', 'what to do'], zh: ['code', '状态码', '错在哪里', '怎么办'] }

/** What a token endpoint answers in place of a token. */
export function endpointTable(language: Language): string {
  const rows = Object.entries(TEXTS).map(([name, { fix, zh }]) => {
    const { status, message } = new Refusal(name as TokenErrorCode)
    const sentences = language === 'zh' ? zh : [message, fix]
    return [code(name), String(status), ...sentences.map(prose)]
  })
  return table(HEADS[language], rows)
}
