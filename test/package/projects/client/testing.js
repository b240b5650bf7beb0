import { sealToken04 } from 'zego-token04/testing'

globalThis.answer = sealToken04
