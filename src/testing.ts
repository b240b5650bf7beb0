export { sealToken04 } from './token/seal.js'
