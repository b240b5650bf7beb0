import type { Input, Output } from './terminal.js'

/** Ctrl-C at a prompt. */
export class Interrupted extends Error {}

const BACKSPACES = ['\b', '\u007f']
const ENDS = ['\r', '\n', '\u0004']
const CTRL_C = '\u0003'
const CTRL_U = '\u0015'
// what arrow keys and their like send
const KEY_SEQUENCES = /\u001b(\[[\d;]*[A-Za-z~]|O[A-Z])/g

/** Asks on a terminal, and shows nothing of what is typed. Rejects with `Interrupted` on Ctrl-C. */
export function hiddenPrompt(question: string, input: Input, output: Output): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = []
    const decoder = new TextDecoder()
    const end = (settle: () => void) => {
      input.off('data', onData).off('end', onEnd)
      input.setRawMode?.(false)
      input.pause()
      output.write('\n')
      settle()
    }
    const onEnd = () => end(() => resolve(typed.join('')))
    const onData = (chunk: Uint8Array) => {
      for (const character of decoder.decode(chunk, { stream: true }).replace(KEY_SEQUENCES, '')) {
        if (character === CTRL_C) return end(() => reject(new Interrupted()))
        if (ENDS.includes(character)) return onEnd()
        if (BACKSPACES.includes(character)) typed.pop()
        else if (character === CTRL_U) typed = []
        else if (character >= ' ') typed.push(character)
      }
    }
    // no echo from before the question is seen
    input.setRawMode?.(true)
    input.on('data', onData).on('end', onEnd)
    output.write(question)
  })
}
