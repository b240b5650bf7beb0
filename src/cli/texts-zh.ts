import type { CliTexts } from './texts.js'

/** Simplified Chinese. */
export const ZH: CliTexts = {
  titles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Global Options:': '通用选项：',
    'Commands:': '命令：'
  },
  program: '生成、校验和诊断 ZEGO token04。',
  commands: {
    generate: ['生成 Token', '为一个用户生成 Token。带 --room-id 或 --payload 时是权限认证 Token，否则是基础鉴权 Token。'],
    verify: ['校验 Token，并显示其内容', '解密 Token 并检查时间、各字段、payload，以及给出的各项预期。'],
    inspect: ['显示不需要密钥就能读取的内容', '显示 Token 的每个字节、各个部分和过期时间。不需要密钥。'],
    diagnose: ['诊断 Token 的问题', '找出所有能够区分的错误，并说明如何改正。没有密钥时能发现的问题较少。'],
    kit: ['生成或读取 UIKit 的 Kit Token', '生成和读取 Web 端 UIKit 使用的 Kit Token。'],
    'kit make': ['生成 Kit Token', '把已有的或新生成的 Token 包装成 Kit Token。使用已有的 Token 时不需要密钥。'],
    'kit read': ['读取 Kit Token', '显示 Kit Token 的内容。不需要密钥。'],
    serve: [
      '在本机提供 Token 接口，仅供开发',
      '只在本机应答 POST /token，仅供开发：按请求中 JSON 的 userId（以及 roomId、canLogin、canPublish、streamIds）生成 Token，不问来者是谁。'
    ],
    conformance: [
      '检查任何语言的 token04 实现',
      '启动一个遵循 vectors/README.md 协议的程序，用测试向量检查它，并按标记报告失败及原因。'
    ]
  },
  options: {
    acceptedMode: '唯一接受的加密模式（默认两种都接受）',
    action: '客户端要做的操作',
    all: '显示全部字节，包括很长的密文',
    appId: '项目的 AppID（默认取 ZEGO_APP_ID）',
    canLogin: '允许登录房间（默认）',
    canPublish: '允许在房间内推流',
    clockTolerance: '允许的时钟误差，单位秒',
    corsOrigin: '允许此来源的网页请求，例如 http://localhost:5173；可以多次给出',
    effectiveTime: '有效期：秒数，或带单位 90s、30m、1h、7d',
    expectedAppId: '预期的 AppID（默认取 ZEGO_APP_ID，如已设置）',
    expectedRoomId: '预期的房间 ID',
    expectedUserId: '预期的用户 ID',
    file: '从文件读取',
    help: '显示帮助',
    host: '127.0.0.1 或 ::1；不允许其他值',
    json: '在标准输出上给出一个 JSON 文档，拒绝时也一样',
    kitRoomId: 'UIKit 要进入的房间 ID',
    lang: '文本和诊断的语言',
    mode: '加密模式；cbc 用于旧的私有部署',
    noCanLogin: '不允许登录房间',
    noCanPublish: '不允许推流（默认）',
    noValidatePayload: '不检查 payload',
    payload: 'payload，JSON 文本或 @文件，代替 --room-id',
    port: '监听的端口；0 表示任选一个空闲端口',
    roomId: 'Token 唯一适用的房间 ID',
    rule: 'ZEGO 为此项目检查的权限（默认 login-and-publish）',
    secretFile: '保存 ServerSecret 的文件（默认取 ZEGO_SERVER_SECRET，否则提示输入）',
    secretFiles: '同上；更换密钥期间可以多次给出',
    streamId: '客户端要推的流 ID',
    streamIds: '允许推的流 ID；可以多次给出（默认不限）',
    token: 'Token；- 或不写表示从标准输入读取',
    userId: 'Token 所属的用户 ID',
    userName: '其他人看到的名字',
    version: '显示版本号'
  },
  examples: '示例：',
  exitCodes: '退出码：0 正常，1 不通过（Token 被拒绝，用例失败），2 用法错误。',
  error: '错误：',
  seeHelp: '（加上 --help 查看选项和示例）',
  prompt: 'ServerSecret（不显示）：',
  optionalPrompt: 'ServerSecret（不显示；直接回车表示不提供）：',
  wrongUse: {
    noToken: '没有 Token：请作为参数给出，或使用 --file，或通过管道传入。',
    tokenTwice: 'Token 给出了两次：参数和 --file 只能用一个。',
    noSecret: '没有 ServerSecret：请设置 ZEGO_SERVER_SECRET，或用 --secret-file 指定文件，或在终端中运行并输入。',
    secretAsArgument:
      '命令行上的密钥不会被接受：本机所有用户都能在进程列表中看到它，shell 也会把它保存在历史记录中。' +
      '请设置 ZEGO_SERVER_SECRET，或用 --secret-file 指定文件，或都不给出而在提示后输入。请从历史记录中删除这一行；如果有其他人使用这台机器，请更换密钥。',
    noAppId: '没有 AppID：请使用 --app-id，或设置 ZEGO_APP_ID。',
    notANumber: '必须是整数。',
    notADuration: '必须是秒数，或带单位的数：90s、30m、1h、7d。',
    needsRoom: '权限属于某个房间：请同时给出 --room-id。',
    payloadTwice: 'payload 给出了两次：--payload 与 --room-id 及权限只能用一种。',
    notLoopback: '只为本机服务：--host 必须是 127.0.0.1、localhost 或 ::1。',
    missingOption: (flag) => `缺少选项 ${flag}。`,
    fileNotReadable: (option, reason) => `无法读取 ${option} 的文件：${reason}。`,
    secretFileNotReadable: (reason) => `无法读取 --secret-file 的文件：${reason}。这里应给出保存密钥的文件名，而不是密钥本身。`
  },
  refused: (code, zegoCode) => `已拒绝：${code}${zegoCode === undefined ? '' : `，ZEGO 错误码 ${zegoCode}`}`,
  diagnoseHint: '要了解更多，请用同一个 Token 运行：zego-token04 diagnose --lang zh',
  valid: (mode, authenticated) => `有效，${mode}，${authenticated ? '已认证' : '未认证：CBC 没有 MAC'}`,
  yes: '允许',
  no: '不允许',
  login: '登录房间',
  publish: '推流',
  streams: '流',
  anyStream: '不限',
  basicToken: '无：基础鉴权 Token',
  unvalidatedPayload: '未检查',
  made: (user, room, mode) => `用户 ${user}${room === undefined ? '' : `，房间 ${room}`}，${mode}`,
  expiresIn: (duration) => `${duration}后过期`,
  expiredAgo: (duration) => `已过期 ${duration}`,
  units: ['天', '小时', '分', '秒'],
  inspect: {
    heading: (mode, bytes) => `Token04，${mode}：“04”和 ${bytes} 个字节的 base64`,
    malformed: (bytes) => `共 ${bytes} 个字节，可以读取的部分：`,
    nothingRead: '没有可以读取的部分。',
    columns: ['偏移', '部分', '字节'],
    parts: {
      expire: '过期时间',
      ivLength: 'IV 长度',
      iv: 'IV',
      ciphertextLength: '密文长度',
      ciphertext: '密文',
      tag: 'GCM 标签',
      mode: '模式',
      rest: '多余'
    },
    cut: (part, missing) => `被截断：“${part}”还缺 ${missing} 个字节`,
    hidden: (bytes) => `… 还有 ${bytes} 个字节；用 --all 显示`,
    meanings: {
      iv: (bytes) => `${bytes} 个字节，每个 Token 都应重新随机生成`,
      ciphertext: (bytes) => `${bytes} 个字节；需要 ServerSecret 才能读取`,
      tag: '16 个字节，计入密文长度；对密文的任何改动都会被发现',
      mode: (byte) => `${byte}：${byte === 1 ? 'GCM' : byte === 0 ? 'CBC' : '未知'}`,
      noMode: '省略：CBC',
      rest: (bytes) => `多出 ${bytes} 个字节`
    },
    notAuthenticated: '任何人都能写出这些字节：只有“zego-token04 verify”能确认其真伪。'
  },
  diagnosis: {
    verdict: (errors, warnings, isComplete) => {
      if (errors > 0) return `发现 ${errors} 个错误`
      const where = isComplete ? '' : '不需要 ServerSecret 就能读取的部分'
      return `${where}没有发现错误${warnings > 0 ? `；${warnings} 个警告` : ''}`
    },
    severity: { error: '错误', warning: '警告', info: '提示' },
    fix: '改正：',
    zegoCode: 'ZEGO 错误码'
  },
  serve: {
    warning: [
      '仅供开发：任何能访问此端口的人，都能得到他指定的任何用户的 Token。',
      '不要放在代理或隧道之后。正式的服务请用 zego-token04/http 的 createTokenHandler 确认用户身份。'
    ].join('\n'),
    listening: (url) => `正在监听。试一试：curl -d '{"userId":"demo"}' ${url}\n按 Ctrl-C 结束。`
  }
}
