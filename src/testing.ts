/**
 * For vectors and tests: tokens that are never random.
 *
 * @module zego-token04/testing
 */
export { sealToken04 } from './token/seal.js'
