import { IV_BYTES } from '../../src/crypto/backend.js'
import type { Language, Mode } from '../../src/types.js'
import vectors from '../../vectors/generate.json' with { type: 'json' }
import { type Field, formula, segmentsOf } from './layout-segments.js'
import { LAYOUT_STYLE } from './layout-style.js'
import { LAYOUT_WORDS } from './layout-words.js'

// the token that the specification traces byte by byte
const EXAMPLE = vectors.cases.find(({ id }) => id === 'generate-basic-gcm-cpp') as { token: string; plaintext: string }

const LEFT = 24
const WIDTH = 952
const BAR_HEIGHT = 76
const SHOWN_CHARACTERS = 86
const TOP: Readonly<Record<Mode, number>> = { gcm: 150, cbc: 324 }
const PLAINTEXT_TOP = 482

// not to scale: as wide as the labels need
const WIDTHS: Readonly<Record<Mode, Readonly<Record<Field, number>>>> = {
  gcm: { expire: 132, ivLength: 104, iv: 132, length: 104, ciphertext: 284, tag: 116, mode: 80 },
  cbc: { expire: 132, ivLength: 104, iv: 164, length: 104, ciphertext: 448, tag: 0, mode: 0 }
}

/** docs/layout.svg, or its Chinese counterpart. */
export function layout(language: Language): string {
  const { title, description, text, plaintext } = LAYOUT_WORDS[language]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 546" role="img" aria-labelledby="title description" lang="${language}">
<title id="title">${title}</title>
<desc id="description">${description}</desc>
<style>
${LAYOUT_STYLE}
</style>
<rect class="page" x="1" y="1" width="998" height="544" rx="12"/>
<text class="heading" x="${LEFT}" y="36">${text}</text>
<rect class="field version" x="${LEFT}" y="48" width="34" height="34" rx="6"/>
<text class="mono middle" x="${LEFT + 17}" y="70">${EXAMPLE.token.slice(0, 2)}</text>
<rect class="field text" x="${LEFT + 40}" y="48" width="${WIDTH - 40}" height="34" rx="6"/>
<text class="mono" x="${LEFT + 54}" y="70">${EXAMPLE.token.slice(2, SHOWN_CHARACTERS)}…</text>
${envelope('gcm', language)}
${envelope('cbc', language)}
<text class="heading" x="${LEFT}" y="${PLAINTEXT_TOP - 10}">${plaintext}</text>
<rect class="field ciphertext" x="${LEFT}" y="${PLAINTEXT_TOP}" width="${WIDTH}" height="40" rx="6"/>
<text class="mono" x="${LEFT + 16}" y="${PLAINTEXT_TOP + 25}">${EXAMPLE.plaintext}</text>
</svg>`
}

function envelope(mode: Mode, language: Language): string {
  const words = LAYOUT_WORDS[language]
  const top = TOP[mode]
  let x = LEFT
  const fields = segmentsOf(mode).map(({ field, offset, bytes }) => {
    const width = WIDTHS[mode][field]
    const [name, note] = words.fields[field]
    const label = field === 'iv' ? words.iv[mode] : name
    const value = field === 'ivLength' ? `${note} = ${IV_BYTES[mode]}` : note
    const middle = x + width / 2
    const drawn = [
      `<rect class="field ${field}" x="${x}" y="${top}" width="${width}" height="${BAR_HEIGHT}"/>`,
      `<text class="offset" x="${x + 4}" y="${top - 6}">${formula(offset)}</text>`,
      `<text class="name middle" x="${middle}" y="${top + 26}">${label}</text>`,
      `<text class="note middle" x="${middle}" y="${top + 46}">${words.bytes(formula(bytes))}</text>`,
      `<text class="note middle" x="${middle}" y="${top + 65}">${value}</text>`
    ]
    x += width
    return drawn.join('\n')
  })
  const clear = (['expire', 'ivLength', 'iv', 'length'] as const).reduce((sum, field) => sum + WIDTHS[mode][field], 0)
  const encrypted = WIDTHS[mode].ciphertext + WIDTHS[mode].tag
  return [
    `<text class="heading" x="${LEFT}" y="${top - 28}">${words.envelope[mode]}</text>`,
    ...fields,
    bracket(LEFT, clear, top + BAR_HEIGHT, words.clear),
    bracket(LEFT + clear, encrypted, top + BAR_HEIGHT, words.encrypted[mode])
  ].join('\n')
}

function bracket(x: number, width: number, top: number, label: string): string {
  const y = top + 6
  return `<path class="bracket" d="M${x + 3} ${y}v6h${width - 6}v-6"/>
<text class="note middle" x="${x + width / 2}" y="${y + 24}">${label}</text>`
}
