import { MISTAKE_ZEGO_CODES } from '../../src/diagnosis/zego-codes.js'
import { type ClaimName, ZEGO_CODES } from '../../src/errors.js'
import type { DiagnosisCode, Language } from '../../src/types.js'
import { endpointTable } from './endpoint-table.js'
import { CLAIMS, ERROR_CODES, errorTableOf, type Stage } from './error-table.js'
import { code, table } from './markdown.js'
import { ZEGO_TEXTS } from './zego-texts.js'

// mistakes about any of these claims, with the code of the claim
const CLAIM_MISTAKES: Readonly<Partial<Record<DiagnosisCode, readonly ClaimName[]>>> = {
  STRING_NUMBER: ['app_id', 'nonce', 'expire'],
  MILLISECONDS: ['expire']
}

interface Words {
  readonly intro: string
  readonly zego: string
  readonly zegoIntro: string
  readonly zegoHead: readonly string[]
  readonly separator: string
  readonly none: string
  readonly claim: (name: string) => string
  readonly endpoint: string
  readonly endpointIntro: string
  readonly stages: Readonly<Record<Stage, string>>
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    intro: `# Errors

English · [中文](errors.zh-CN.md)

Everything that is refused is refused with a \`Token04Error\`. Switch on its \`code\`, which is stable; texts may change. \`errorCode\` is the number that ZEGO’s
assistants give to an error of making a token, and -1 where they have none. \`zegoCode\` is what a client gets from ZEGO for such a token, where ZEGO
documents it; with \`INVALID_CLAIMS\`, it is that of the claim at fault, which \`error.claim\` names. No message holds a secret, a key or what a token encrypts.

What exactly is wrong with a token, as far as it can be told: [diagnosis.md](diagnosis.md).`,
    zego: 'A client got a code from ZEGO',
    zegoIntro:
      'What it can be, by the codes of `Token04Error` and of [a diagnosis](diagnosis.md). Let the diagnosis find out which: `npx zego-token04 diagnose`, or `diagnoseToken04`.',
    zegoHead: ['ZEGO code', 'what ZEGO says', 'what it can be'],
    separator: ', ',
    none: 'nothing that a token can be blamed for: ask ZEGO',
    claim: (name) => `\`INVALID_CLAIMS\` about \`${name}\``,
    endpoint: 'Answers of a token endpoint',
    endpointIntro:
      'What `createTokenHandler` and `createTokenListener` of `zego-token04/http` answer in place of a token, as `{ error: { code, message } }`. The reasons stay on your server: `onError` is told.',
    stages: {
      making: 'Making a token',
      both: 'Making or reading one',
      reading: 'Reading one',
      fetching: 'Getting one, as a client',
      authorizing: 'Asking what its holder may do'
    }
  },
  zh: {
    intro: `# 错误

[English](errors.md) · 中文

所有拒绝都以 \`Token04Error\` 抛出。请根据稳定不变的 \`code\` 判断；文字可能会变。\`errorCode\` 是 ZEGO 官方 zego_server_assistant 对生成错误的编号，没有编号的为 -1。
\`zegoCode\` 是客户端使用这样的 Token 时从 ZEGO 得到的错误码（仅限 ZEGO 文档写明的）；\`INVALID_CLAIMS\` 的错误码取决于出错的字段，由 \`error.claim\` 指出。任何信息都不含密钥，也不含 Token 加密的内容。

Token 究竟错在哪里，凡是能判断的，都见 [diagnosis.zh-CN.md](diagnosis.zh-CN.md)。`,
    zego: '客户端从 ZEGO 得到了错误码',
    zegoIntro:
      '可能的原因，以 `Token04Error` 和[诊断](diagnosis.zh-CN.md)的代码表示。究竟是哪一种，让诊断来判断：`npx zego-token04 diagnose`，或者 `diagnoseToken04`。',
    zegoHead: ['ZEGO 错误码', 'ZEGO 的说明', '可能的原因'],
    separator: '、',
    none: '不是 Token 的问题：请咨询 ZEGO',
    claim: (name) => `\`INVALID_CLAIMS\`，字段 \`${name}\``,
    endpoint: 'Token 接口的应答',
    endpointIntro:
      '`zego-token04/http` 的 `createTokenHandler` 和 `createTokenListener` 不发放 Token 时的应答，形如 `{ error: { code, message } }`。原因留在您的服务端：由 `onError` 得知。',
    stages: {
      making: '生成 Token',
      both: '生成或读取 Token',
      reading: '读取 Token',
      fetching: '客户端获取 Token',
      authorizing: '查询持有者的权限'
    }
  }
}

/** docs/errors.md, or its Chinese counterpart. */
export function errorsPage(language: Language): string {
  const { intro, zego, zegoIntro, zegoHead, endpoint, endpointIntro, stages } = WORDS[language]
  const rows = Object.entries(ZEGO_TEXTS).map(([number, { like, [language]: says }]) => [
    number,
    says,
    causesOf(like ?? Number(number), language)
  ])
  const tables = (Object.keys(stages) as Stage[]).map((stage) => `## ${stages[stage]}\n\n${errorTableOf(stage, language)}`)
  return [
    intro,
    `## ${zego}`,
    zegoIntro,
    table(zegoHead, rows),
    ...tables,
    `## ${endpoint}`,
    endpointIntro,
    endpointTable(language)
  ].join('\n\n')
}

function causesOf(number: number, language: Language): string {
  const { none, claim, separator } = WORDS[language]
  const mistakes = Object.keys(MISTAKE_ZEGO_CODES).filter((name) => MISTAKE_ZEGO_CODES[name as DiagnosisCode] === number)
  const claims = CLAIMS.filter((name) => ZEGO_CODES[name] === number)
  const aboutClaims = Object.entries(CLAIM_MISTAKES).filter(([, names]) => names.some((name) => claims.includes(name)))
  const causes = [
    ...ERROR_CODES.filter((name) => ZEGO_CODES[name] === number).map(code),
    ...claims.map(claim),
    ...aboutClaims.map(([name]) => code(name)),
    ...mistakes.map(code)
  ]
  return causes.length === 0 ? none : causes.join(separator)
}
