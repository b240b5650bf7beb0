import fc from 'fast-check'
import { SECRET } from './specimens.js'

/** A JavaScript value that JSON cannot say, as JSON. */
export type Recipe =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'special'; readonly name: keyof typeof SPECIALS }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Recipe>>; readonly getters: boolean }
  | { readonly kind: 'array'; readonly items: readonly Recipe[] }
  | { readonly kind: 'proxy'; readonly traps: readonly string[]; readonly isArray: boolean }

function fail(): never {
  throw new Error(`a trap that quotes ${SECRET}`)
}

const SPECIALS = {
  undefined: () => undefined,
  nan: () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  negativeZero: () => -0,
  bigint: () => 1n,
  symbol: () => Symbol('symbol'),
  function: () => () => 1_700_000_000,
  throwing: () => fail,
  date: () => new Date(0),
  map: () => new Map([['room_id', 'demo']]),
  bytes: () => new Uint8Array(12),
  boxedString: () => new String(SECRET),
  boxedNumber: () => new Number(1),
  sparse: () => new Array(1000),
  huge: () => new Array(4_294_967_295),
  cyclic: () => {
    const cycle: { self?: unknown } = {}
    cycle.self = cycle
    return cycle
  },
  nullPrototype: () => Object.assign(Object.create(null), { room_id: 'demo', privilege: { 1: 1 } }),
  revoked: () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  revokedArray: () => {
    const { proxy, revoke } = Proxy.revocable([], {})
    revoke()
    return proxy
  },
  toJson: () => ({ toJSON: fail, toString: fail, valueOf: fail }),
  promise: () => Promise.resolve('gcm'),
  error: () => new Error('an error as a value')
} as const

const TRAPS = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'isExtensible', 'set', 'defineProperty']

/** Recipes for any value; `names` are the fields that objects have. */
export function hostile(names: readonly string[]): fc.Arbitrary<Recipe> {
  const { value } = fc.letrec<{ value: Recipe }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constant('json' as const), value: fc.jsonValue({ maxDepth: 1 }) }),
      fc.record({
        kind: fc.constant('special' as const),
        name: fc.constantFrom(...(Object.keys(SPECIALS) as (keyof typeof SPECIALS)[]))
      }),
      fc.record({
        kind: fc.constant('object' as const),
        fields: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4, noNullPrototype: true }),
        getters: fc.boolean()
      }),
      fc.record({ kind: fc.constant('array' as const), items: fc.array(tie('value'), { maxLength: 3 }) }),
      fc.record({ kind: fc.constant('proxy' as const), traps: fc.subarray(TRAPS), isArray: fc.boolean() })
    )
  }))
  return value
}

/** The value that a recipe gives. */
export function build(recipe: Recipe): unknown {
  switch (recipe.kind) {
    case 'json':
      return recipe.value
    case 'special':
      return SPECIALS[recipe.name]()
    case 'array':
      return recipe.items.map(build)
    case 'proxy':
      return new Proxy(recipe.isArray ? [] : {}, Object.fromEntries(recipe.traps.map((trap) => [trap, fail])))
    default:
      return buildObject(recipe)
  }
}

// getters answer differently each time: first what is wanted, then something else
function buildObject({ fields, getters }: Extract<Recipe, { kind: 'object' }>): object {
  const object = {}
  for (const [name, field] of Object.entries(fields)) {
    let reads = 0
    const get = () => (reads++ === 0 ? build(field) : fail())
    Object.defineProperty(object, name, getters ? { enumerable: true, get } : { enumerable: true, value: build(field) })
  }
  return object
}
