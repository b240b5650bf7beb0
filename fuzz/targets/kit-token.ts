import fc from 'fast-check'
import { generateKitToken, parseKitToken } from '../../src/index.js'
import { mutateText, pick, type TextMutation, textMutation } from '../mutations.js'
import { outcomeOf } from '../outcome.js'
import { KIT_TOKENS, VALID_TOKENS } from '../specimens.js'
import { require, type Target } from '../target.js'

interface KitRecipe {
  readonly specimen: number
  readonly text: readonly TextMutation[]
  readonly user: { readonly appId: number; readonly userId: string; readonly roomId: string; readonly userName: string }
}

const id = fc.string({ unit: 'binary', maxLength: 70 })

export const kitToken: Target<KitRecipe> = {
  name: 'kit-token',
  surface: 'parseKitToken on changed Kit Tokens, generateKitToken on any ids and names',
  inputs: fc.record({
    specimen: fc.nat(100_000),
    text: fc.array(textMutation, { maxLength: 3 }),
    user: fc.record({ appId: fc.nat(), userId: id, roomId: id, userName: id })
  }),
  async attack({ specimen, text, user }) {
    const given = mutateText(pick(KIT_TOKENS, specimen), text, KIT_TOKENS)
    const parsed = await outcomeOf(() => parseKitToken(given))
    if ('value' in parsed)
      require(JSON.stringify(parsed.value) === JSON.stringify(readAsUikit(given)), 'a Kit Token is read as UIKit reads it')

    const token = pick(VALID_TOKENS, specimen)
    const made = await outcomeOf(() => generateKitToken(token, user))
    if (!('value' in made)) return
    const expected = JSON.stringify({ token, ...user })
    require(JSON.stringify(parseKitToken(made.value)) === expected, 'what is written is read')
    require(JSON.stringify(readAsUikit(made.value)) === expected, 'UIKit reads what is written')
  }
}

function readAsUikit(kitToken: string): object {
  const [token, kit] = kitToken.split('#') as [string, string]
  const { userID, roomID, userName, appID } = JSON.parse(atob(kit))
  return { token, appId: appID, userId: userID, roomId: roomID, userName: decodeURIComponent(userName) }
}
