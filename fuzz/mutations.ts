import fc from 'fast-check'

/** A change of a text, as JSON. */
export type TextMutation =
  | { readonly kind: 'replace'; readonly at: number; readonly length: number; readonly text: string }
  | { readonly kind: 'splice'; readonly at: number; readonly other: number; readonly from: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }

/** A change of the bytes behind a token, as JSON. */
export type ByteMutation =
  | { readonly kind: 'flip'; readonly at: number; readonly mask: number }
  | { readonly kind: 'set'; readonly at: number; readonly values: readonly number[] }
  | { readonly kind: 'cut'; readonly length: number }
  | { readonly kind: 'append'; readonly values: readonly number[] }
  | { readonly kind: 'splice'; readonly at: number; readonly other: number; readonly from: number }

export interface MutatedToken {
  /** Which specimen to begin with. */
  readonly specimen: number
  readonly bytes: readonly ByteMutation[]
  readonly text: readonly TextMutation[]
}

const position = fc.nat(400)
const specimen = fc.nat(100_000)
// what parsers trip over: JSON, base64, white space, quotation marks, NUL, surrogates
const piece = fc.oneof(
  fc.constantFrom(
    '',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '=',
    '==',
    '-',
    '_',
    '+',
    '/',
    '#',
    '.',
    '\0',
    '\n',
    ' ',
    '\ufeff',
    '\ud800',
    'null',
    '04',
    '1e999',
    '-0',
    '\\u0000',
    '__proto__',
    '"1":1'
  ),
  fc.string({ unit: 'binary', maxLength: 5 })
)

export const textMutation: fc.Arbitrary<TextMutation> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), at: position, length: fc.nat(8), text: piece }),
  fc.record({ kind: fc.constant('splice' as const), at: position, other: specimen, from: position }),
  fc.record({ kind: fc.constant('repeat' as const), at: position, length: fc.nat(20), times: fc.nat(40) })
)

const byteMutation: fc.Arbitrary<ByteMutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: position, mask: fc.integer({ min: 1, max: 255 }) }),
  // the header: expiry, IV length, IV
  fc.record({
    kind: fc.constant('set' as const),
    at: fc.nat(26),
    values: fc.array(fc.nat(255), { minLength: 1, maxLength: 4 })
  }),
  fc.record({ kind: fc.constant('set' as const), at: position, values: fc.array(fc.nat(255), { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('cut' as const), length: position }),
  fc.record({ kind: fc.constant('append' as const), values: fc.array(fc.nat(255), { maxLength: 20 }) }),
  fc.record({ kind: fc.constant('splice' as const), at: position, other: specimen, from: position })
)

export const mutatedToken: fc.Arbitrary<MutatedToken> = fc.record({
  specimen,
  bytes: fc.array(byteMutation, { maxLength: 3 }),
  text: fc.array(textMutation, { maxLength: 2 })
})

/** The token that a recipe gives. */
export function mutateToken({ specimen, bytes, text }: MutatedToken, specimens: readonly string[]): string {
  let token = pick(specimens, specimen)
  if (bytes.length > 0) {
    let raw = Buffer.from(token.slice(2), 'base64')
    for (const mutation of bytes) raw = mutateBytes(raw, mutation, specimens)
    token = token.slice(0, 2) + raw.toString('base64')
  }
  return mutateText(token, text, specimens)
}

/** A text after its mutations. */
export function mutateText(text: string, mutations: readonly TextMutation[], specimens: readonly string[]): string {
  return mutations.reduce((changed, mutation) => {
    const at = mutation.at % (changed.length + 1)
    if (mutation.kind === 'replace') return changed.slice(0, at) + mutation.text + changed.slice(at + mutation.length)
    if (mutation.kind === 'splice') return changed.slice(0, at) + pick(specimens, mutation.other).slice(mutation.from)
    return changed.slice(0, at) + changed.slice(at, at + mutation.length).repeat(mutation.times) + changed.slice(at)
  }, text)
}

export function pick(specimens: readonly string[], index: number): string {
  return specimens[index % specimens.length] as string
}

function mutateBytes(bytes: Buffer<ArrayBuffer>, mutation: ByteMutation, specimens: readonly string[]): Buffer<ArrayBuffer> {
  if (mutation.kind === 'append') return Buffer.concat([bytes, Buffer.from(mutation.values)])
  if (mutation.kind === 'cut') return Buffer.from(bytes.subarray(0, mutation.length))
  if (bytes.length === 0) return bytes
  const at = mutation.at % bytes.length
  if (mutation.kind === 'splice') {
    const other = Buffer.from(pick(specimens, mutation.other).slice(2), 'base64')
    return Buffer.concat([bytes.subarray(0, at), other.subarray(mutation.from)])
  }
  const changed = Buffer.from(bytes)
  if (mutation.kind === 'flip') changed[at] = (changed[at] as number) ^ mutation.mask
  else changed.set(mutation.values.slice(0, changed.length - at), at)
  return changed
}
