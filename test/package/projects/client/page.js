import { probe } from './probe.js'

globalThis.answer = probe()
