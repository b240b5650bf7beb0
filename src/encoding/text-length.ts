/** Number of Unicode code points; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  let length = 0
  for (let index = 0; index < text.length; index++) {
    if (isSurrogatePair(text, index)) index++
    length++
  }
  return length
}

/** Number of bytes in UTF-8; a lone surrogate counts three, as the replacement character it is written as. */
export function utf8Length(text: string): number {
  let length = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) length += 1
    else if (unit < 0x800) length += 2
    else if (isSurrogatePair(text, index)) {
      length += 4
      index++
    } else length += 3
  }
  return length
}

function isSurrogatePair(text: string, index: number): boolean {
  const first = text.charCodeAt(index)
  const second = text.charCodeAt(index + 1)
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff
}
