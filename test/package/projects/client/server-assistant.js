import { generateToken04 } from 'zego-token04/server-assistant'

globalThis.answer = generateToken04
