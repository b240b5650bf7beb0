import type { Paint } from '../conformance/report.js'
import { Token04Error } from '../errors.js'
import { readInt64, readUint16 } from '../token/envelope.js'
import type { DecodedToken04 } from '../types.js'
import { columns } from './columns.js'
import type { Context } from './context.js'
import type { Part, PartName } from './parts.js'
import { secondsNow } from './terminal.js'
import { expiryText } from './times.js'

interface Options {
  readonly isWhole: boolean
  readonly context: Context
}

/** The bytes of a token, each part in its colour, and what the parts mean; or how far it could be read. */
export function layoutText(parts: readonly Part[], decoded: DecodedToken04 | Token04Error, options: Options): string {
  const { texts, paint } = options.context
  const { inspect } = texts
  const total = parts.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (!(decoded instanceof Token04Error)) {
    const heading = paint('bold', inspect.heading(decoded.mode.toUpperCase(), total))
    return [heading, '', ...dump(parts, options), '', ...legend(parts, options), '', inspect.notAuthenticated].join('\n')
  }
  const { code, zegoCode, message } = decoded
  return [
    paint('red', texts.refused(code, zegoCode)),
    message,
    '',
    ...(total === 0
      ? [inspect.nothingRead]
      : [inspect.malformed(total), '', ...dump(parts, options), '', ...legend(parts, options)]),
    '',
    texts.diagnoseHint
  ].join('\n')
}

const COLOURS: Readonly<Record<PartName, Parameters<Paint>[0]>> = {
  expire: 'yellow',
  ivLength: 'dim',
  iv: 'cyan',
  ciphertextLength: 'dim',
  ciphertext: 'blue',
  tag: 'magenta',
  mode: 'green',
  rest: 'red'
}

const BYTES_PER_ROW = 16
const MOST_ROWS = 6

function dump(parts: readonly Part[], { isWhole, context: { texts, paint } }: Options): string[] {
  const rows = parts.flatMap(({ name, offset, bytes }) => {
    const lines: Uint8Array[] = []
    for (let at = 0; at === 0 || at < bytes.length; at += BYTES_PER_ROW) lines.push(bytes.subarray(at, at + BYTES_PER_ROW))
    const shown = isWhole || lines.length <= MOST_ROWS ? lines : lines.slice(0, MOST_ROWS - 1)
    const hidden = bytes.length - shown.reduce((sum, line) => sum + line.length, 0)
    const hex = shown.map((line, index) => [
      String(offset + index * BYTES_PER_ROW).padStart(OFFSET_WIDTH),
      index === 0 ? paint(COLOURS[name], texts.inspect.parts[name]) : '',
      paint(COLOURS[name], hexOf(line))
    ])
    return hidden === 0 ? hex : [...hex, ['', '', paint('dim', texts.inspect.hidden(hidden))]]
  })
  return columns([texts.inspect.columns.map((title) => paint('dim', title)), ...rows])
}

const OFFSET_WIDTH = 6

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

function legend(parts: readonly Part[], { context }: Options): string[] {
  const { texts, paint } = context
  const rows = parts.map((part): [PartName, string] => [part.name, meaningOf(part, context)])
  // an old CBC token ends without the byte that says so
  if (
    parts.some(({ name, length, bytes }) => name === 'ciphertext' && length === bytes.length) &&
    parts.at(-1)?.name === 'ciphertext'
  ) {
    rows.push(['mode', texts.inspect.meanings.noMode])
  }
  return columns(rows.map(([name, meaning]) => [paint(COLOURS[name], texts.inspect.parts[name]), meaning]))
}

function meaningOf({ name, length, bytes }: Part, { terminal, texts, paint }: Context): string {
  const { meanings, parts, cut } = texts.inspect
  if (bytes.length < length) return paint('red', cut(parts[name], length - bytes.length))
  switch (name) {
    case 'expire': {
      const expire = readInt64(bytes)
      return `${expire}  ${expiryText(expire, secondsNow(terminal), texts)}`
    }
    case 'ivLength':
    case 'ciphertextLength':
      return String(readUint16(bytes, 0))
    case 'iv':
      return meanings.iv(length)
    case 'ciphertext':
      return meanings.ciphertext(length)
    case 'tag':
      return meanings.tag
    case 'mode':
      return meanings.mode(bytes[0] as number)
    case 'rest':
      return paint('red', meanings.rest(length))
  }
}
