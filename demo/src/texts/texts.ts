import type { Language } from 'zego-token04/dev-browser'
import { EN, type Texts } from './en.js'
import { ZH } from './zh.js'

export type { Texts }

/** Both languages, each complete by its type. */
export const TEXTS: Readonly<Record<Language, Texts>> = { en: EN, zh: ZH }
