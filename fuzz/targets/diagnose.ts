import fc from 'fast-check'
import { diagnoseToken04, verifyToken04 } from '../../src/index.js'
import { diagnoseToken04Sync } from '../../src/sync.js'
import { build, hostile, type Recipe } from '../hostile.js'
import { type MutatedToken, mutatedToken, mutateToken } from '../mutations.js'
import { outcomeOf } from '../outcome.js'
import { NOW, SECRET, TOKENS } from '../specimens.js'
import { require, type Target } from '../target.js'

interface DiagnoseRecipe {
  readonly token: MutatedToken
  /** Something else where the token belongs. */
  readonly instead?: Recipe
  readonly options?: Recipe
}

const NAMES = [
  'serverSecret',
  'appId',
  'userId',
  'roomId',
  'modes',
  'now',
  'language',
  'action',
  'rule',
  'streamId',
  'validatePayload',
  'clockToleranceInSeconds'
]

export const diagnose: Target<DiagnoseRecipe> = {
  name: 'diagnose',
  surface: 'diagnoseToken04 and diagnoseToken04Sync, on any token and any options',
  inputs: fc.record({ token: mutatedToken, instead: hostile(NAMES), options: hostile(NAMES) }, { requiredKeys: ['token'] }),
  async attack({ token: recipe, instead, options }) {
    const token = instead === undefined ? mutateToken(recipe, TOKENS) : build(instead)
    const usual = { serverSecret: SECRET, now: () => NOW }
    const given = () => (options === undefined ? usual : build(options)) as typeof usual
    const found = await diagnoseToken04(token, given())
    const inSync = diagnoseToken04Sync(token, given())
    const codes = (diagnosis: typeof found) => diagnosis.findings.map(({ code, severity }) => `${code} ${severity}`).join()
    require(codes(found) === codes(inSync), 'both diagnoses agree')
    require(found.ok === found.findings.every(({ severity }) => severity !== 'error'), 'ok says that nothing is wrong')
    require(!JSON.stringify(found.findings).includes(SECRET), 'no finding quotes the secret')
    if (options !== undefined) return
    const verified = await outcomeOf(() => verifyToken04(token as string, usual))
    if ('error' in verified) require(!found.ok, 'a token that is refused is not found to be right')
    else
      require(found.ok ||
        found.findings.some(({ code }) => code === 'MILLISECONDS'), 'a token that is accepted is not found to be wrong')
  }
}
