import type { Field } from '../logic/generate-form.js'
import { LIMITS } from '../logic/limits.js'

const number = (value: number) => value.toLocaleString('en')

/** English. */
export const EN = {
  title: 'token04 workbench',
  tagline: 'Make, open and mend ZEGO tokens',
  banner: {
    title: 'For development only.',
    text: 'Everything is computed in this page: nothing is sent, nothing is stored. Use a ServerSecret that does not matter, never that of a live project.'
  },
  language: 'Language',
  theme: { label: 'Theme', auto: 'System', light: 'Light', dark: 'Dark' },
  views: { label: 'Views', generate: 'Generate', inspect: 'Inspect', diagnose: 'Verify & diagnose', privileges: 'Privileges' },
  intro: {
    generate: 'Make a token as your server would.',
    inspect: 'See what every byte of a token is for. No secret needed.',
    diagnose: 'Paste anything that was taken for a token: learn what is wrong, and how to mend it.',
    privileges: 'See what ZEGO would let the holder of a token do, under each of its three rules.'
  },
  copy: {
    token: 'Copy token',
    kitToken: 'Copy Kit Token',
    code: 'Copy code',
    done: 'Copied',
    failed: 'Select and copy it by hand'
  },
  token: {
    heading: 'Token',
    label: 'Token',
    placeholder: 'Paste a token, or anything that was taken for one',
    sample: 'Sample',
    ownToken: 'Your own',
    groups: {
      valid: 'Nothing wrong',
      text: 'The text',
      envelope: 'The envelope',
      secret: 'The secret',
      plaintext: 'What is encrypted',
      time: 'Times',
      request: 'What is asked for'
    },
    notText: (code: string) => `The sample passes ${code}, which is no text.`,
    clock: 'Clock',
    realTime: 'Real time',
    demoTime: 'Demo time',
    useRealTime: 'Use the real time'
  },
  fields: {
    appId: 'AppID',
    userId: 'User ID',
    serverSecret: 'ServerSecret',
    effectiveTimeInSeconds: 'Valid for, in seconds',
    roomId: 'Room ID',
    streamIds: 'Stream IDs, one a line',
    streamId: 'Stream ID',
    userName: 'User name',
    clockToleranceInSeconds: 'Clock tolerance, in seconds'
  },
  hints: {
    appId: `1 to ${number(LIMITS.maxAppId)}`,
    userId: `1 to ${LIMITS.maxUserIdBytes} bytes of UTF-8`,
    serverSecret: `${LIMITS.secretBytes} bytes, taken as they are`,
    effectiveTimeInSeconds: `1 to ${number(LIMITS.maxSeconds)} (24 days)`,
    roomId: `1 to ${LIMITS.maxRoomIdBytes} bytes of UTF-8`,
    streamIds: `None: any stream. Each 1 to ${LIMITS.maxStreamIdCharacters} characters`,
    userName: `At most ${LIMITS.maxUserNameCharacters} characters`
  },
  // the library's own sentences are English
  fieldError: (_field: Field, message: string) => message,
  generate: {
    options: 'Options',
    kind: 'Kind',
    basic: 'Basic',
    privilege: 'Privilege',
    mode: 'Encryption',
    canLogin: 'May log in',
    canPublish: 'May publish',
    isKit: 'Kit Token for UIKit, too',
    presets: { 3600: '1 hour', 86400: '1 day', [LIMITS.maxSeconds]: '24 days' } as Readonly<Record<number, string>>,
    randomSecret: 'Make one up',
    again: 'Make another',
    kitToken: 'Kit Token',
    code: 'The same on your server',
    characters: (count: number) => `${number(count)} characters`,
    refused: 'No token yet: mend the fields that are marked.',
    next: { inspect: 'Inspect it', diagnose: 'Verify it', privileges: 'See its privileges' }
  },
  inspect: {
    expiry: 'Expiry',
    valid: 'Valid',
    due: 'Renew now',
    expired: 'Expired',
    left: 'until it expires',
    ago: 'since it expired',
    days: (count: number) => (count === 1 ? '1 day' : `${number(count)} days`),
    notAuthenticated: 'In clear, and not authenticated: only the secret tells whether it is true.',
    text: 'Text',
    bytes: 'Bytes',
    more: (count: number) => `and ${number(count)} more bytes`,
    fields: 'Fields',
    size: (count: number) => (count === 1 ? '1 byte' : `${number(count)} bytes`),
    at: (offset: number) => `at ${number(offset)}`,
    missing: (count: number) => `${number(count)} missing`,
    unreadable: 'This is no token04, so there are no bytes to show.',
    brokenNote: 'This token is broken; what can be read of it is shown.',
    diagnose: 'Find out what is wrong',
    names: {
      version: 'Version',
      expire: 'Expiry',
      ivLength: 'IV length',
      iv: 'IV',
      ciphertextLength: 'Ciphertext length',
      ciphertext: 'Ciphertext',
      tag: 'Tag',
      mode: 'Mode',
      extra: 'Too much'
    },
    meanings: {
      version: 'Text, not base64. All other parts stand in the base64 behind it.',
      expire: 'int64, big-endian: Unix seconds. ZEGO’s SDKs read it to announce the expiry.',
      ivLength: 'uint16, big-endian: 12 with GCM, 16 with CBC.',
      iv: 'Random bytes, new for each token. With GCM it is called a nonce.',
      ciphertextLength: 'uint16, big-endian. The tag counts.',
      ciphertext: 'The claims as JSON, encrypted with AES-256. Only the ServerSecret opens it.',
      tag: 'Proves that nobody altered the ciphertext. Only GCM has one.',
      mode: '1 is GCM; 0, or no byte at all, is CBC.',
      extra: 'Nothing belongs here: the token should have ended.'
    },
    unix: (seconds: string) => `Unix seconds ${seconds}`,
    modes: { gcm: 'GCM', cbc: 'CBC', none: 'no byte: CBC', unknown: 'unknown' },
    encrypted: 'encrypted claims'
  },
  diagnose: {
    expectations: 'What it should be for',
    action: 'What the client wants to do',
    actions: { none: 'Not asked', login: 'Log in', publish: 'Publish' },
    rule: 'What ZEGO checks',
    modes: 'Modes that are allowed',
    anyMode: 'Both',
    findings: 'Findings',
    fine: 'Nothing is wrong with this token',
    fineNote: 'It was decrypted, and all that was asked of it holds.',
    unread: 'Nothing is wrong as far as can be seen',
    unreadNote: 'Enter the ServerSecret to look inside.',
    remarks: (count: number) => (count === 1 ? 'Good, with one remark' : `Good, with ${count} remarks`),
    refused: (count: number) => (count === 1 ? 'One mistake' : `${count} mistakes`),
    refusedNote: 'The most fundamental first: mend it, and the others may be gone.',
    severity: { error: 'Mistake', warning: 'Warning', info: 'Note' },
    fix: 'Fix',
    zegoCode: 'ZEGO code',
    claims: 'Claims',
    payload: 'Payload',
    basicToken: 'Empty: a basic token'
  },
  privileges: {
    request: 'What the client asks for',
    heading: 'What ZEGO answers',
    rule: 'Rule of the project',
    rules: { login: 'Logging in is checked', publish: 'Publishing is checked', 'login-and-publish': 'Both are checked' },
    actions: { login: 'Log in', publish: 'Publish' },
    allowed: 'Allowed',
    denied: 'Denied',
    reasons: {
      basic: 'A basic token has no privileges to check.',
      unchecked: 'This rule does not check it.',
      granted: 'The token grants it.',
      ROOM_ID_MISMATCH: 'The token is for another room.',
      LOGIN_DENIED: 'Privilege 1 is not 1.',
      PUBLISH_DENIED: 'Privilege 2 is not 1.',
      STREAM_ID_DENIED: 'The stream is not in the list.',
      INVALID_PAYLOAD: 'The payload is invalid.'
    },
    unread: 'The privileges are inside the token: enter its ServerSecret.',
    broken: 'This token cannot be read, so it grants nothing.',
    room: 'Room',
    streams: 'Streams',
    anyStream: 'any',
    noPrivileges: 'This is a basic token: it has no payload, and its holder may do everything.',
    grants: { login: 'Privilege 1, log in', publish: 'Privilege 2, publish' },
    values: { granted: '1: granted', denied: '0: denied', absent: 'absent: denied' },
    refusedNote: 'The token itself is refused, whatever it grants.'
  }
}

/** All texts of the page in one language. */
export type Texts = typeof EN
