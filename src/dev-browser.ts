export * from './index.js'
export { sealToken04 } from './token/seal.js'
