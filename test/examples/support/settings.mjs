/** What every example is started with, as a deployment would. */
export const APP_ID = 1234567890

/** Made up for this run; no output may hold it. */
export const SERVER_SECRET = 'a-secret-for-examples-0123456789'

export const ENVIRONMENT = { ZEGO_APP_ID: String(APP_ID), ZEGO_SERVER_SECRET: SERVER_SECRET, PORT: '0' }

/** What the examples know: who this session is, and which room is his. */
export const SESSION = 'session-of-demo'
export const USER_ID = 'demo'
export const ROOM_ID = 'lobby'
