import fc from 'fast-check'
import { readAnswer, readMessage, readStarted } from '../../src/conformance/protocol.js'
import { mutateText, pick, type TextMutation, textMutation } from '../mutations.js'
import { require, type Target } from '../target.js'

interface LineRecipe {
  readonly specimen: number
  readonly text: readonly TextMutation[]
}

const START =
  '{"version":1,"implementation":{"name":"port","language":"Go","version":"1"},"capabilities":["generate","read"],"modes":["cbc"],"flavour":"go"}'
const LINES = [
  START,
  '{"seq":1,"token":"04AAAA"}',
  '{"seq":2,"claims":{"app_id":1,"user_id":"demo","nonce":1,"ctime":1,"expire":2,"payload":""}}',
  '{"seq":3,"error":{"code":"EXPIRED","message":"text","claim":"nonce"}}',
  '{"seq":4,"skipped":"no GCM"}',
  '{"seq":5}'
]

export const conformance: Target<LineRecipe> = {
  name: 'conformance',
  surface: 'what the conformance runner reads from a port, line by line',
  inputs: fc.record({ specimen: fc.nat(100), text: fc.array(textMutation, { maxLength: 4 }) }),
  attack({ specimen, text }) {
    const line = mutateText(pick(LINES, specimen), text, LINES)
    const started = readStarted(line)
    if (typeof started !== 'string')
      require(started.version === 1 &&
        started.modes.every((mode) => ['cbc', 'gcm'].includes(mode)), 'a start is read with its version and modes')
    const message = readMessage(line)
    if (message === undefined) return
    const answer = readAnswer(message)
    if (typeof answer === 'string') return require(answer.length < 2000, 'a complaint is short')
    const kinds = ['token', 'claims', 'error', 'skipped'].filter((kind) => kind in answer)
    require(kinds.length === 1, 'an answer is of one kind')
  }
}
