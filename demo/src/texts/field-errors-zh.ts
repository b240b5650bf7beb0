import type { Field } from '../logic/generate-form.js'
import { LIMITS } from '../logic/limits.js'

const number = (value: number) => value.toLocaleString('en')

/** What a field must be, in Chinese, where the library's own sentence is English. */
export const FIELD_ERRORS_ZH: Readonly<Record<Field, string>> = {
  appId: `AppID 必须是 1 到 ${number(LIMITS.maxAppId)} 的整数。`,
  userId: `用户 ID 必须是 1 到 ${LIMITS.maxUserIdBytes} 个 UTF-8 字节，且不含控制字符。`,
  serverSecret: `ServerSecret 必须正好是 ${LIMITS.secretBytes} 个 UTF-8 字节。`,
  effectiveTimeInSeconds: `有效期必须是 1 到 ${number(LIMITS.maxSeconds)} 的整数，单位是秒。`,
  roomId: `房间 ID 必须是 1 到 ${LIMITS.maxRoomIdBytes} 个 UTF-8 字节。`,
  streamIds: `每个流 ID 必须是 1 到 ${LIMITS.maxStreamIdCharacters} 个字符，且总长度不能超出 Token 的上限。`,
  userName: `用户名最多 ${LIMITS.maxUserNameCharacters} 个字符。`
}
