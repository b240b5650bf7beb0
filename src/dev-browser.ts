/**
 * Everything of the main entry, and `sealToken04`, in a browser: for demonstrations with a secret that does not matter.
 *
 * @example
 * ```ts
 * import { generateToken04, verifyToken04 } from 'zego-token04/dev-browser'
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271' // everyone who opens the page can read this
 * const token = await generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 60 })
 * const { claims } = await verifyToken04(token, { serverSecret })
 * claims.user_id // => 'demo'
 * ```
 *
 * @module zego-token04/dev-browser
 */
export * from './index.js'
export { sealToken04 } from './token/seal.js'
