/**
 * In place of ZEGO's Node.js assistant: the same arguments, the same fields of what is thrown; on Node.js, Bun and Deno.
 *
 * @module zego-token04/server-assistant
 */
export { generateToken04, type ServerAssistantOptions } from './assistant/generate.js'
export { ServerAssistantError } from './assistant/server-assistant-error.js'
