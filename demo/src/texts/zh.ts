import { LIMITS } from '../logic/limits.js'
import type { Texts } from './en.js'
import { FIELD_ERRORS_ZH } from './field-errors-zh.js'

const number = (value: number) => value.toLocaleString('en')

/** Chinese. */
export const ZH: Texts = {
  title: 'token04 工作台',
  tagline: '生成、查看和修复 ZEGO Token',
  banner: {
    title: '仅供开发使用。',
    text: '一切都在本页面内计算：不发送，也不保存任何数据。请使用无关紧要的 ServerSecret，切勿使用线上项目的密钥。'
  },
  language: '语言',
  theme: { label: '主题', auto: '跟随系统', light: '浅色', dark: '深色' },
  views: { label: '视图', generate: '生成', inspect: '查看', diagnose: '校验与诊断', privileges: '权限' },
  intro: {
    generate: '像服务端一样生成 Token。',
    inspect: '查看 Token 中每个字节的含义，不需要密钥。',
    diagnose: '粘贴任何被当作 Token 的内容：了解哪里出错，以及如何修复。',
    privileges: '查看在 ZEGO 的三种校验规则下，持有该 Token 的用户可以做什么。'
  },
  copy: { token: '复制 Token', kitToken: '复制 Kit Token', code: '复制代码', done: '已复制', failed: '请手动选择并复制' },
  token: {
    heading: 'Token',
    label: 'Token',
    placeholder: '粘贴 Token，或任何被当作 Token 的内容',
    sample: '示例',
    ownToken: '自己的 Token',
    groups: {
      valid: '没有问题',
      text: '文本',
      envelope: '外层结构',
      secret: '密钥',
      plaintext: '加密内容',
      time: '时间',
      request: '请求的操作'
    },
    notText: (code) => `此示例传入的是 ${code}，不是文本。`,
    clock: '时钟',
    realTime: '真实时间',
    demoTime: '演示时间',
    useRealTime: '使用真实时间'
  },
  fields: {
    appId: 'AppID',
    userId: '用户 ID',
    serverSecret: 'ServerSecret',
    effectiveTimeInSeconds: '有效期（秒）',
    roomId: '房间 ID',
    streamIds: '流 ID，每行一个',
    streamId: '流 ID',
    userName: '用户名',
    clockToleranceInSeconds: '时钟容差（秒）'
  },
  hints: {
    appId: `1 到 ${number(LIMITS.maxAppId)}`,
    userId: `1 到 ${LIMITS.maxUserIdBytes} 个 UTF-8 字节`,
    serverSecret: `${LIMITS.secretBytes} 个字节，原样使用`,
    effectiveTimeInSeconds: `1 到 ${number(LIMITS.maxSeconds)}（24 天）`,
    roomId: `1 到 ${LIMITS.maxRoomIdBytes} 个 UTF-8 字节`,
    streamIds: `留空表示任意流；每个 1 到 ${LIMITS.maxStreamIdCharacters} 个字符`,
    userName: `最多 ${LIMITS.maxUserNameCharacters} 个字符`
  },
  fieldError: (field) => FIELD_ERRORS_ZH[field],
  generate: {
    options: '选项',
    kind: '类型',
    basic: '基础鉴权',
    privilege: '权限认证',
    mode: '加密模式',
    canLogin: '允许登录',
    canPublish: '允许推流',
    isKit: '同时生成 UIKit 的 Kit Token',
    presets: { 3600: '1 小时', 86400: '1 天', [LIMITS.maxSeconds]: '24 天' },
    randomSecret: '随机生成',
    again: '再生成一个',
    kitToken: 'Kit Token',
    code: '服务端的等效代码',
    characters: (count) => `${number(count)} 个字符`,
    refused: '尚未生成 Token：请修改标出的字段。',
    next: { inspect: '查看', diagnose: '校验', privileges: '查看权限' }
  },
  inspect: {
    expiry: '过期时间',
    valid: '有效',
    due: '应立即续期',
    expired: '已过期',
    left: '后过期',
    ago: '前已过期',
    days: (count) => `${number(count)} 天`,
    notAuthenticated: '明文，未经认证：只有用密钥才能确认其真实性。',
    text: '文本',
    bytes: '字节',
    more: (count) => `还有 ${number(count)} 个字节`,
    fields: '字段',
    size: (count) => `${number(count)} 个字节`,
    at: (offset) => `位于 ${number(offset)}`,
    missing: (count) => `缺少 ${number(count)} 个`,
    unreadable: '这不是 token04，没有可显示的字节。',
    brokenNote: '此 Token 已损坏；下面显示其中可以读取的部分。',
    diagnose: '查明问题所在',
    names: {
      version: '版本',
      expire: '过期时间',
      ivLength: 'IV 长度',
      iv: 'IV',
      ciphertextLength: '密文长度',
      ciphertext: '密文',
      tag: '认证标签',
      mode: '模式',
      extra: '多余字节'
    },
    meanings: {
      version: '是文本，不属于 base64；其余部分都在其后的 base64 中。',
      expire: 'int64，大端：Unix 秒。ZEGO 的 SDK 据此通知即将过期。',
      ivLength: 'uint16，大端：GCM 为 12，CBC 为 16。',
      iv: '随机字节，每个 Token 都不同；在 GCM 中称为 nonce。',
      ciphertextLength: 'uint16，大端，包含认证标签。',
      ciphertext: '用 AES-256 加密的 JSON 格式 claims；只有 ServerSecret 能解密。',
      tag: '证明密文没有被改动；只有 GCM 才有。',
      mode: '1 表示 GCM；0 或没有这个字节表示 CBC。',
      extra: '这里不应有任何内容：Token 应当已经结束。'
    },
    unix: (seconds) => `Unix 秒 ${seconds}`,
    modes: { gcm: 'GCM', cbc: 'CBC', none: '没有字节：CBC', unknown: '未知' },
    encrypted: '加密的 claims'
  },
  diagnose: {
    expectations: 'Token 应当满足的条件',
    action: '客户端想做什么',
    actions: { none: '不检查', login: '登录', publish: '推流' },
    rule: 'ZEGO 的校验规则',
    modes: '允许的模式',
    anyMode: '两种都允许',
    findings: '诊断结果',
    fine: '这个 Token 没有问题',
    fineNote: '已成功解密，并且满足所有条件。',
    unread: '目前看不出问题',
    unreadNote: '输入 ServerSecret 以检查内部内容。',
    remarks: (count) => `可用，有 ${count} 条提示`,
    refused: (count) => `发现 ${count} 个错误`,
    refusedNote: '最根本的错误排在最前：先修复它，其余的可能随之消失。',
    severity: { error: '错误', warning: '警告', info: '提示' },
    fix: '修复',
    zegoCode: 'ZEGO 错误码',
    claims: 'Claims',
    payload: 'Payload',
    basicToken: '为空：基础鉴权 Token'
  },
  privileges: {
    request: '客户端的请求',
    heading: 'ZEGO 的答复',
    rule: '项目的校验规则',
    rules: { login: '只校验登录', publish: '只校验推流', 'login-and-publish': '登录和推流都校验' },
    actions: { login: '登录', publish: '推流' },
    allowed: '允许',
    denied: '拒绝',
    reasons: {
      basic: '基础鉴权 Token 没有需要校验的权限。',
      unchecked: '此规则不校验该操作。',
      granted: 'Token 授予了该权限。',
      ROOM_ID_MISMATCH: 'Token 属于另一个房间。',
      LOGIN_DENIED: '权限 1 不为 1。',
      PUBLISH_DENIED: '权限 2 不为 1。',
      STREAM_ID_DENIED: '该流不在列表之中。',
      INVALID_PAYLOAD: 'payload 无效。'
    },
    unread: '权限在 Token 内部：请输入对应的 ServerSecret。',
    broken: '无法读取此 Token，因此它不授予任何权限。',
    room: '房间',
    streams: '流',
    anyStream: '任意',
    noPrivileges: '这是基础鉴权 Token：没有 payload，持有者可以进行所有操作。',
    grants: { login: '权限 1：登录', publish: '权限 2：推流' },
    values: { granted: '1：允许', denied: '0：拒绝', absent: '缺失：拒绝' },
    refusedNote: 'Token 本身会被拒绝，与其权限无关。'
  }
}
