import { generateToken04Sync } from 'zego-token04/sync'

globalThis.answer = generateToken04Sync
