import type { Language } from '../types.js'
import type { PartName } from './parts.js'
import { EN } from './texts-en.js'
import { ZH } from './texts-zh.js'

export type CommandName =
  | 'generate'
  | 'verify'
  | 'inspect'
  | 'diagnose'
  | 'kit'
  | 'kit make'
  | 'kit read'
  | 'serve'
  | 'conformance'

type OptionName =
  | 'acceptedMode'
  | 'action'
  | 'all'
  | 'appId'
  | 'canLogin'
  | 'canPublish'
  | 'clockTolerance'
  | 'corsOrigin'
  | 'effectiveTime'
  | 'expectedAppId'
  | 'expectedRoomId'
  | 'expectedUserId'
  | 'file'
  | 'help'
  | 'host'
  | 'json'
  | 'kitRoomId'
  | 'lang'
  | 'mode'
  | 'noCanLogin'
  | 'noCanPublish'
  | 'noValidatePayload'
  | 'payload'
  | 'port'
  | 'roomId'
  | 'rule'
  | 'secretFile'
  | 'secretFiles'
  | 'streamId'
  | 'streamIds'
  | 'token'
  | 'userId'
  | 'userName'
  | 'version'

/** The texts of the command line in one language, complete. */
export interface CliTexts {
  /** What the argument parser writes above parts of a help. */
  readonly titles: Readonly<Record<string, string>>
  readonly program: string
  /** The first line is the summary in the list of commands. */
  readonly commands: Readonly<Record<CommandName, readonly [summary: string, description: string]>>
  readonly options: Readonly<Record<OptionName, string>>
  readonly examples: string
  readonly exitCodes: string
  readonly error: string
  readonly seeHelp: string
  readonly prompt: string
  readonly optionalPrompt: string
  readonly wrongUse: {
    readonly noToken: string
    readonly tokenTwice: string
    readonly noSecret: string
    readonly secretAsArgument: string
    readonly noAppId: string
    readonly notANumber: string
    readonly notADuration: string
    readonly needsRoom: string
    readonly payloadTwice: string
    readonly notLoopback: string
    readonly missingOption: (flag: string) => string
    readonly fileNotReadable: (option: string, reason: string) => string
    readonly secretFileNotReadable: (reason: string) => string
  }
  readonly refused: (code: string, zegoCode: number | undefined) => string
  readonly diagnoseHint: string
  readonly valid: (mode: string, authenticated: boolean) => string
  readonly yes: string
  readonly no: string
  readonly login: string
  readonly publish: string
  readonly streams: string
  readonly anyStream: string
  readonly basicToken: string
  readonly unvalidatedPayload: string
  readonly made: (user: string, room: string | undefined, mode: string) => string
  readonly expiresIn: (duration: string) => string
  readonly expiredAgo: (duration: string) => string
  /** Days, hours, minutes, seconds. */
  readonly units: readonly [string, string, string, string]
  readonly inspect: {
    readonly heading: (mode: string, bytes: number) => string
    readonly malformed: (bytes: number) => string
    readonly nothingRead: string
    readonly columns: readonly [offset: string, part: string, bytes: string]
    readonly parts: Readonly<Record<PartName, string>>
    readonly cut: (part: string, missing: number) => string
    readonly hidden: (bytes: number) => string
    readonly meanings: {
      readonly iv: (bytes: number) => string
      readonly ciphertext: (bytes: number) => string
      readonly tag: string
      readonly mode: (byte: number) => string
      readonly noMode: string
      readonly rest: (bytes: number) => string
    }
    readonly notAuthenticated: string
  }
  readonly diagnosis: {
    readonly verdict: (errors: number, others: number, isComplete: boolean) => string
    readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>
    readonly fix: string
    readonly zegoCode: string
  }
  readonly serve: {
    readonly warning: string
    readonly listening: (url: string) => string
  }
}

export const TEXTS: Readonly<Record<Language, CliTexts>> = { en: EN, zh: ZH }
