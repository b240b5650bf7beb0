// controls, bidirectional overrides and the like, which could make a terminal show what is not there; emoji keep their joiner
const UNPRINTABLE = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

/** A text from elsewhere, safe to show on a terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`)
}

/** One JSON document, which a terminal shows as it is. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, null, 2)
  // JSON escapes half a character at a time
  return json.replace(UNPRINTABLE, (character) => (character === '\n' ? character : escapeUnits(character)))
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
