import { toUtf8 } from '../encoding/utf8.js'
import type { Call } from './call.js'
import { join } from './join.js'
import { nodeRequest } from './node-request.js'
import type { NodeRequest, NodeResponse } from './node-types.js'
import { Refusal } from './refusal.js'

/** A call that came as a pair of streams of Node.js. */
export function nodeCall(message: NodeRequest, response: NodeResponse): Call {
  return {
    method: message.method,
    header(name) {
      const value = message.headers[name]
      return typeof value === 'string' ? value : undefined
    },
    readBody: (maxBytes) => (message.readableEnded ? parsedBody(message, maxBytes) : readAll(message, maxBytes)),
    toRequest: (body) => nodeRequest(message, body),
    onGone(listener) {
      // no answer was written yet, so it is the client who closes
      response.on('close', listener)
      return () => response.off('close', listener)
    }
  }
}

function readAll(message: NodeRequest, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let length = 0
    let isSettled = false
    const settle = (act: () => void) => {
      // every stream ends with a close, and an error costs more than all the rest
      if (!isSettled) act()
      isSettled = true
    }
    const breakOff = () => settle(() => reject(new Refusal('INVALID_BODY')))
    message.on('data', (data) => {
      const chunk = bytesOf(data)
      length += chunk.length
      // the rest flows by, and is kept nowhere
      if (length <= maxBytes) chunks.push(chunk)
      else settle(() => reject(new Refusal('BODY_TOO_LARGE')))
    })
    message.on('end', () => settle(() => resolve(join(chunks, length))))
    message.on('error', breakOff)
    message.on('close', breakOff)
  })
}

/** What a body parser, as Express has them, left of a body that it has read. */
async function parsedBody({ body }: NodeRequest & { body?: unknown }, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (body === undefined) return new Uint8Array(0)
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const bytes = bytesOf(isRaw ? body : JSON.stringify(body))
  if (bytes.length > maxBytes) throw new Refusal('BODY_TOO_LARGE')
  return bytes
}

// text where the application has set an encoding
function bytesOf(data: unknown): Uint8Array<ArrayBuffer> {
  return typeof data === 'string' ? toUtf8(data) : (data as Uint8Array<ArrayBuffer>)
}
