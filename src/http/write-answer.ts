import type { Answer } from './answer.js'
import type { NodeRequest, NodeResponse } from './node-types.js'

/** Writes an answer to a response of Node.js. */
export function writeAnswer({ status, headers, body }: Answer, message: NodeRequest, response: NodeResponse): void {
  // somebody else has answered, or nobody is there any more
  if (response.headersSent || response.destroyed) return
  const text = body ?? ''
  // all that is answered is ASCII
  const fields = body === null ? { ...headers } : { ...headers, 'content-length': `${text.length}` }
  if (message.complete) {
    response.writeHead(status, fields)
    response.end(text)
    return
  }
  // the rest of the body would be taken for the next request; HTTP/2 has no such header, and no such trouble
  response.writeHead(status, message.httpVersionMajor === 1 ? { ...fields, connection: 'close' } : fields)
  response.write(text)
  endLater(message, response)
}

// closed at once, a client that is still sending would lose the answer
const LINGER_MILLISECONDS = 1000

function endLater(message: NodeRequest, response: NodeResponse): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    response.on('finish', () => message.destroy())
    response.end('')
  }
  timer = setTimeout(end, LINGER_MILLISECONDS)
  message.on('end', end)
  message.on('close', end)
  message.resume()
}
