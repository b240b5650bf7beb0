import type { CliTexts } from './texts.js'

/** English. */
export const EN: CliTexts = {
  titles: {},
  program: 'Makes, verifies and explains ZEGO token04.',
  commands: {
    generate: [
      'make a token',
      'Prints a token for one user. With --room-id or --payload it is a privilege token, else a basic one.'
    ],
    verify: [
      'check a token, and say what it holds',
      'Decrypts a token and checks it: times, claims, payload, and what is expected of it.'
    ],
    inspect: [
      'show what can be read without the secret',
      'Shows every byte of a token, its parts, and when it expires. Needs no secret.'
    ],
    diagnose: [
      'explain what is wrong with a token',
      'Finds every mistake that can be told apart, and says what to do about it. Without the secret it finds less.'
    ],
    kit: ['make or read a Kit Token, for UIKit', 'Makes and reads the Kit Tokens of UIKit on the web.'],
    'kit make': [
      'make a Kit Token',
      'Wraps a token, or makes one, into a Kit Token. For a token that you have, no secret is needed.'
    ],
    'kit read': ['read a Kit Token', 'Shows what a Kit Token holds. Needs no secret.'],
    serve: [
      'answer with tokens on this machine, for development',
      'Answers POST /token on this machine alone, for development only: whoever asks gets a token for the userId (and roomId, canLogin, canPublish, streamIds) that he sends as JSON.'
    ],
    conformance: [
      'check a token04 implementation in any language',
      'Starts a program that speaks the protocol of vectors/README.md, puts the vectors to it, and reports by flag what failed and why.'
    ]
  },
  options: {
    acceptedMode: 'the only encryption to accept (default: both)',
    action: 'what the client wants to do',
    all: 'every byte, also of a long ciphertext',
    appId: 'AppID of the project (default: ZEGO_APP_ID)',
    canLogin: 'allow logging in to the room (default)',
    canPublish: 'allow publishing in the room',
    clockTolerance: 'how far clocks may differ',
    corsOrigin: 'let pages of this origin ask, such as http://localhost:5173; several times for several',
    effectiveTime: 'validity: seconds, or with a unit 90s, 30m, 1h, 7d',
    expectedAppId: 'the AppID that it must be for (default: ZEGO_APP_ID, if set)',
    expectedRoomId: 'the room that it must be for',
    expectedUserId: 'the user that it must be for',
    file: 'read it from a file',
    help: 'show this help',
    host: '127.0.0.1 or ::1; no other is allowed',
    json: 'one JSON document on stdout, also for a refusal',
    kitRoomId: 'the room that UIKit joins',
    lang: 'language of texts and findings',
    mode: 'encryption; cbc is for old private deployments',
    noCanLogin: 'do not allow it',
    noCanPublish: 'do not allow it (default)',
    noValidatePayload: 'take any payload',
    payload: 'the payload, as JSON or @file, instead of --room-id',
    port: 'port to listen on; 0 picks a free one',
    roomId: 'the only room that the token is good for',
    rule: 'what ZEGO checks for the project (default: login-and-publish)',
    secretFile: 'file with the ServerSecret (default: ZEGO_SERVER_SECRET, else you are asked)',
    secretFiles: 'the same; several times while a secret is being rotated',
    streamId: 'the stream that the client publishes',
    streamIds: 'a stream that may be published; several times for several (default: any)',
    token: 'the token; - or nothing: from stdin',
    userId: 'the user that the token is for',
    userName: 'the name that others see',
    version: 'show the version'
  },
  examples: 'Examples:',
  exitCodes: 'Exit codes: 0 well, 1 not well (a token is refused, a case fails), 2 wrong use.',
  error: 'error: ',
  seeHelp: '(add --help for the options and examples)',
  prompt: 'ServerSecret (not shown): ',
  optionalPrompt: 'ServerSecret (not shown; Enter to go without): ',
  wrongUse: {
    noToken: 'There is no token: pass it as an argument, with --file, or through a pipe.',
    tokenTwice: 'The token is given twice: pass an argument or --file, not both.',
    noSecret:
      'There is no ServerSecret: set ZEGO_SERVER_SECRET, name a file with --secret-file, or run this on a terminal and type it.',
    secretAsArgument:
      'A secret is not taken from the command line: every user of the machine sees it in the list of processes, and the shell keeps it in its history. ' +
      'Set ZEGO_SERVER_SECRET, name a file with --secret-file, or leave both out and type it unseen. Delete the line from your history, and replace the secret if others use this machine.',
    noAppId: 'There is no AppID: pass --app-id, or set ZEGO_APP_ID.',
    notANumber: 'It must be a whole number.',
    notADuration: 'It must be a number of seconds, or one with a unit: 90s, 30m, 1h, 7d.',
    needsRoom: 'Privileges are for a room: pass --room-id, too.',
    payloadTwice: 'The payload is given twice: pass --payload, or --room-id and privileges, not both.',
    notLoopback: 'It serves this machine alone: --host must be 127.0.0.1, localhost or ::1.',
    missingOption: (flag) => `The option ${flag} is missing.`,
    fileNotReadable: (option, reason) => `The file of ${option} could not be read: ${reason}.`,
    secretFileNotReadable: (reason) =>
      `The file of --secret-file could not be read: ${reason}. It takes the name of a file that holds the secret, never the secret itself.`
  },
  refused: (code, zegoCode) => `Refused: ${code}${zegoCode === undefined ? '' : `, at ZEGO ${zegoCode}`}`,
  diagnoseHint: 'To find out more, put the same token to: zego-token04 diagnose',
  valid: (mode, authenticated) => `Valid, ${mode}, ${authenticated ? 'authenticated' : 'not authenticated: CBC has no MAC'}`,
  yes: 'allowed',
  no: 'denied',
  login: 'login',
  publish: 'publish',
  streams: 'streams',
  anyStream: 'any',
  basicToken: 'none: a basic token',
  unvalidatedPayload: 'not validated',
  made: (user, room, mode) => `For user ${user}${room === undefined ? '' : ` in room ${room}`}, ${mode}`,
  expiresIn: (duration) => `expires in ${duration}`,
  expiredAgo: (duration) => `expired ${duration} ago`,
  units: ['d', 'h', 'min', 's'],
  inspect: {
    heading: (mode, bytes) => `Token04, ${mode}: "04" and the base64 of ${bytes} bytes`,
    malformed: (bytes) => `What could be read, of ${bytes} bytes:`,
    nothingRead: 'Nothing of it could be read.',
    columns: ['offset', 'part', 'bytes'],
    parts: {
      expire: 'expire',
      ivLength: 'IV length',
      iv: 'IV',
      ciphertextLength: 'ciphertext length',
      ciphertext: 'ciphertext',
      tag: 'GCM tag',
      mode: 'mode',
      rest: 'rest'
    },
    cut: (part, missing) => `cut short: ${missing} more bytes of "${part}" should be here`,
    hidden: (bytes) => `… ${bytes} more bytes; --all shows them`,
    meanings: {
      iv: (bytes) => `${bytes} bytes, to be new and random in every token`,
      ciphertext: (bytes) => `${bytes} bytes; reading them takes the ServerSecret`,
      tag: '16 bytes, which the length counts as ciphertext; no change of it goes unseen',
      mode: (byte) => `${byte}: ${byte === 1 ? 'GCM' : byte === 0 ? 'CBC' : 'unknown'}`,
      noMode: 'left out: CBC',
      rest: (bytes) => `${bytes} bytes too many`
    },
    notAuthenticated: 'Anyone can write such bytes: only "zego-token04 verify" says whether they are genuine.'
  },
  diagnosis: {
    verdict: (errors, warnings, isComplete) => {
      if (errors > 0) return `${errors} ${errors === 1 ? 'mistake' : 'mistakes'} found`
      const where = isComplete ? '' : ' in what can be read without the ServerSecret'
      return `No mistake found${where}${warnings > 0 ? `; warnings: ${warnings}` : ''}`
    },
    severity: { error: 'error', warning: 'warning', info: 'info' },
    fix: 'Fix: ',
    zegoCode: 'ZEGO'
  },
  serve: {
    warning: [
      'FOR DEVELOPMENT ONLY: whoever reaches this port gets a token for any user that he names.',
      'Keep it off proxies and tunnels. In an app, say who is who with createTokenHandler of zego-token04/http.'
    ].join('\n'),
    listening: (url) => `Listening. Try: curl -d '{"userId":"demo"}' ${url}\nCtrl-C ends it.`
  }
}
