import { Token04Error } from '../errors.js'
import type { Call } from './call.js'
import { join } from './join.js'
import { jsonBody } from './json-body.js'
import { Refusal } from './refusal.js'

/** A call that came as a `Request`. */
export interface WebCall extends Call {
  /** Lets go of a body that nobody has read to its end. */
  release(): void
}

export function webCall(request: Request): WebCall {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  return {
    method: request.method,
    header: (name) => request.headers.get(name) ?? undefined,
    async readBody(maxBytes) {
      if (request.bodyUsed) throw new Refusal('INTERNAL_ERROR', alreadyRead())
      reader = request.body?.getReader()
      return reader === undefined ? new Uint8Array(0) : readAll(reader, maxBytes)
    },
    toRequest(body) {
      const buffered = new Request(request, { body })
      Object.defineProperty(buffered, 'json', { value: () => jsonBody(body) })
      return buffered
    },
    onGone(listener) {
      request.signal.addEventListener('abort', listener, { once: true })
      return () => request.signal.removeEventListener('abort', listener)
    },
    release() {
      reader?.cancel().catch(() => {})
    }
  }
}

function alreadyRead(): Token04Error {
  return new Token04Error(
    'INVALID_OPTION',
    'The body of the request was read before it came here: pass the request on as it came.'
  )
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return join(chunks, length)
      length += value.length
      if (length > maxBytes) throw new Refusal('BODY_TOO_LARGE')
      chunks.push(value)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('INVALID_BODY')
  }
}
