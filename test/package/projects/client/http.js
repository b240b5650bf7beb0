import { createTokenHandler } from 'zego-token04/http'

globalThis.answer = createTokenHandler
