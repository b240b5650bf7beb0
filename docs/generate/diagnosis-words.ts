import type { Language, Severity } from '../../src/types.js'

/** A part of a token, or of what is asked about it. */
export type Part = 'text' | 'envelope' | 'secret' | 'plaintext' | 'times' | 'identity' | 'payload' | 'rest'

interface Words {
  readonly intro: string
  readonly head: readonly string[]
  readonly severities: Readonly<Record<Severity, string>>
  readonly parts: Readonly<Record<Part, string>>
}

/** What stands around the findings. */
export const DIAGNOSIS_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    intro: `# Diagnosis

English · [中文](diagnosis.zh-CN.md)

Everything that \`diagnoseToken04\`, \`diagnoseToken04Sync\` and \`npx zego-token04 diagnose\` can find in a token: the mistake, and what to do about it. They never throw; they go on
past each mistake that leaves something to read, and name the most fundamental one first. ‹…› stands for what is found in the token at hand.

An *error*: ZEGO refuses the token, or it does not fit what was asked. A *warning*: a risk, or something that ZEGO may refuse. *Info*: worth knowing. The ZEGO code is what a client
gets; [errors.md](errors.md) goes the other way, from that code to what it can be. A finding about a claim (\`INVALID_CLAIMS\`, \`STRING_NUMBER\`, \`MILLISECONDS\`) has the code of that claim.

A diagnosis is for developers: it tells apart what \`verifyToken04\` does not. Do not answer whoever sent a token with it ([SECURITY.md](../SECURITY.md#diagnosis-is-for-developers)).`,
    head: ['code', 'severity', 'ZEGO code', 'the mistake', 'what to do'],
    severities: { error: 'error', warning: 'warning', info: 'info' },
    parts: {
      text: 'The text',
      envelope: 'The envelope',
      secret: 'The secret',
      plaintext: 'The plaintext and its claims',
      times: 'The times',
      identity: 'The AppID and the user',
      payload: 'The payload, the room and the privileges',
      rest: 'The rest'
    }
  },
  zh: {
    intro: `# 诊断

[English](diagnosis.md) · 中文

\`diagnoseToken04\`、\`diagnoseToken04Sync\` 和 \`npx zego-token04 diagnose\` 能在 Token 中发现的所有问题：错在哪里，怎么办。它们从不抛出错误；只要还有内容可读，就会越过已发现的错误继续检查，
并把最根本的错误排在最前。‹…› 代表实际 Token 中的内容。

“错误”：ZEGO 会拒绝这个 Token，或者它不符合要求。“警告”：有风险，或者 ZEGO 可能拒绝。“信息”：值得了解。ZEGO 错误码是客户端得到的错误码；反过来从错误码查原因，见
[errors.zh-CN.md](errors.zh-CN.md)。关于字段的问题（\`INVALID_CLAIMS\`、\`STRING_NUMBER\`、\`MILLISECONDS\`）使用该字段的错误码。

诊断是给开发者看的：它会区分 \`verifyToken04\` 不区分的情况。不要把诊断结果返回给发来 Token 的人（见 [SECURITY.md](../SECURITY.md#diagnosis-is-for-developers)）。`,
    head: ['code', '级别', 'ZEGO 错误码', '错在哪里', '怎么办'],
    severities: { error: '错误', warning: '警告', info: '信息' },
    parts: {
      text: '文本',
      envelope: '外层结构',
      secret: '密钥',
      plaintext: '明文及其字段',
      times: '时间',
      identity: 'AppID 和用户',
      payload: 'payload、房间和权限',
      rest: '其他'
    }
  }
}
