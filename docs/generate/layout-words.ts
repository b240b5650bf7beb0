import type { Language, Mode } from '../../src/types.js'
import type { Field } from './layout-segments.js'

interface Words {
  readonly title: string
  readonly description: string
  readonly text: string
  readonly envelope: Readonly<Record<Mode, string>>
  readonly fields: Readonly<Record<Field, readonly [name: string, note: string]>>
  /** Where the two modes differ in a word. */
  readonly iv: Readonly<Record<Mode, string>>
  readonly bytes: (count: string) => string
  readonly clear: string
  readonly encrypted: Readonly<Record<Mode, string>>
  readonly plaintext: string
}

/** What is written on the picture of the bytes. */
export const LAYOUT_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'The bytes of a token04',
    description:
      'A token is the characters 04 and base64 text. The text holds, big-endian: the expiry in clear, the length of the IV, the IV, the length of the ciphertext, the ciphertext; with GCM its tag and a mode byte of 1. The ciphertext is a JSON object.',
    text: 'version 04, then base64 of the envelope',
    envelope: { gcm: 'envelope with GCM, the default', cbc: 'envelope with CBC, for old private deployments' },
    fields: {
      expire: ['expire', 'int64, seconds'],
      ivLength: ['IV length', 'uint16'],
      iv: ['IV', 'random'],
      length: ['length m', 'uint16'],
      ciphertext: ['ciphertext', 'of the claims'],
      tag: ['tag', 'of GCM'],
      mode: ['mode', '= 1']
    },
    iv: { gcm: 'nonce', cbc: 'IV' },
    bytes: (count) => (count === '1' ? '1 byte' : `${count} bytes`),
    clear: 'in clear: readable without the ServerSecret',
    encrypted: {
      gcm: 'AES-256-GCM under the ServerSecret: changes are noticed',
      cbc: 'AES-256-CBC under the ServerSecret: no MAC notices changes'
    },
    plaintext: 'what is encrypted: the claims, as JSON'
  },
  zh: {
    title: 'token04 的字节结构',
    description:
      'Token 由字符 04 和 base64 文本组成。base64 文本内（大端）依次为：明文过期时间、IV 长度、IV、密文长度、密文；GCM 还有认证标签和值为 1 的模式字节。密文是一个 JSON 对象。',
    text: '版本 04，之后是外层结构的 base64',
    envelope: { gcm: '外层结构：GCM（默认）', cbc: '外层结构：CBC（用于旧的私有部署）' },
    fields: {
      expire: ['expire', 'int64，秒'],
      ivLength: ['IV 长度', 'uint16'],
      iv: ['IV', '随机'],
      length: ['长度 m', 'uint16'],
      ciphertext: ['密文', '即加密后的 claims'],
      tag: ['认证标签', 'GCM'],
      mode: ['模式', '= 1']
    },
    iv: { gcm: 'nonce', cbc: 'IV' },
    bytes: (count) => `${count} 字节`,
    clear: '明文：没有 ServerSecret 也能读取',
    encrypted: {
      gcm: '以 ServerSecret 为密钥的 AES-256-GCM：能发现改动',
      cbc: '以 ServerSecret 为密钥的 AES-256-CBC：没有 MAC，不能发现改动'
    },
    plaintext: '加密的内容：claims，即 JSON'
  }
}
