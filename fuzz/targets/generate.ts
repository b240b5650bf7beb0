import fc from 'fast-check'
import { generateToken04, verifyToken04 } from '../../src/index.js'
import { build, hostile, type Recipe } from '../hostile.js'
import { outcomeOf } from '../outcome.js'
import { SECRET } from '../specimens.js'
import { require, type Target } from '../target.js'

const FIELDS = [
  'appId',
  'userId',
  'serverSecret',
  'effectiveTimeInSeconds',
  'payload',
  'mode',
  'now',
  'maxEffectiveTimeInSeconds'
]
const NAMES = [...FIELDS, 'room_id', 'privilege', 'stream_id_list', '1', '2', '__proto__', 'length']

interface GenerateRecipe {
  readonly whole?: Recipe
  readonly fields: Readonly<Record<string, Recipe>>
}

export const generate: Target<GenerateRecipe> = {
  name: 'generate',
  surface: 'the options of generateToken04: any value, getters, proxies',
  inputs: fc.oneof(
    fc.record({ whole: hostile(NAMES), fields: fc.constant({}) }),
    fc.record({ fields: fc.dictionary(fc.constantFrom(...FIELDS), hostile(NAMES), { maxKeys: 2, noNullPrototype: true }) })
  ),
  async attack({ whole, fields }) {
    const right = { appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 60 }
    const patch = Object.fromEntries(Object.entries(fields).map(([name, recipe]) => [name, build(recipe)]))
    const options = (whole === undefined ? { ...right, ...patch } : build(whole)) as Parameters<typeof generateToken04>[0]
    const outcome = await outcomeOf(() => generateToken04(options))
    if ('error' in outcome) {
      require(!`${outcome.error.message}${outcome.error.stack}`.includes(SECRET), 'no error quotes the secret')
      return
    }
    const { now, mode = 'gcm' } = patch as { now?: () => number; mode?: string }
    const verified = await verifyToken04(outcome.value, { serverSecret: SECRET, ...(now === undefined ? {} : { now }) })
    require(verified.mode === mode, 'a token that is made is the one that was asked for')
    require(verified.claims.expire > verified.claims.ctime, 'a token that is made is valid for some time')
  }
}
