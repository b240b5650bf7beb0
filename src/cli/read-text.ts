import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { UsageError } from './usage-error.js'

// several times the longest token; what is longer is not read to its end
const MAX_BYTES = 2 ** 20

/** The text of a stream, without the line ending at its end. */
export async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk))
    bytes += chunk.length
    if (bytes > MAX_BYTES) break
  }
  // a text file ends with a line ending, which is no part of what it holds; only one is
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}

/** The text of a file. `complain` makes a sentence of what the system says. */
export async function readTextFile(path: string, complain: (reason: string) => string): Promise<string> {
  try {
    return await readText(createReadStream(path))
  } catch (error) {
    // the system's text goes on with the path, which may be a secret by mistake
    throw new UsageError(complain((error as Error).message.split(',', 1)[0] as string), 'FILE_NOT_READABLE')
  }
}
