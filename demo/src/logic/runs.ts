import type { Segment, SegmentName } from './segments.js'
import type { TokenText } from './token-text.js'

/** Characters of a token that belong together; without a name they stand around it. */
export interface Run {
  readonly name?: SegmentName
  readonly text: string
}

const BITS_OF_CHARACTER = 6
const BITS_OF_BYTE = 8

/** Cuts the text of a token where its bytes change their meaning. A character that holds bits of two bytes goes with the first. */
export function runsOf({ before, version, body, after }: TokenText, segments: readonly Segment[]): readonly Run[] {
  const runs: { name?: SegmentName; text: string }[] = []
  const add = (text: string, name?: SegmentName) => {
    const last = runs.at(-1)
    if (last !== undefined && last.name === name) last.text += text
    else if (text !== '') runs.push(name === undefined ? { text } : { name, text })
  }
  add(before)
  add(version, 'version')
  let bits = 0
  for (const character of body) {
    add(character, segmentAt(segments, Math.floor(bits / BITS_OF_BYTE)))
    // padding and white space hold nothing
    if (/[^\s=]/.test(character)) bits += BITS_OF_CHARACTER
  }
  add(after)
  return runs
}

function segmentAt(segments: readonly Segment[], index: number): SegmentName | undefined {
  const found = segments.find(({ offset, bytes }) => index < offset + bytes.length) ?? segments.at(-1)
  return found?.name
}
