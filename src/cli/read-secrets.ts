import type { Context } from './context.js'
import { hiddenPrompt } from './hidden-prompt.js'
import { readTextFile } from './read-text.js'
import type { Terminal } from './terminal.js'
import { UsageError } from './usage-error.js'

/** The ServerSecret: of a file, of the environment, or typed unseen. */
export async function readSecret(file: string | undefined, context: Context): Promise<string> {
  const [secret] = await readSecrets(file === undefined ? undefined : [file], context)
  return secret as string
}

/** One ServerSecret or, while it is being rotated, those of several files. */
export async function readSecrets(files: readonly string[] | undefined, context: Context): Promise<string[]> {
  const { terminal, texts } = context
  const given = await givenSecrets(files, context)
  if (given.length > 0) return given
  const typed = await typeSecret(texts.prompt, terminal)
  if (typed.length === 0) throw new UsageError(texts.wrongUse.noSecret, 'NO_SECRET')
  return typed
}

/** None where no secret is given and nobody types one. */
export async function readOptionalSecrets(files: readonly string[] | undefined, context: Context): Promise<string[]> {
  const { terminal, texts } = context
  const given = await givenSecrets(files, context)
  // a script must not be stopped by a question that needs no answer
  const isAsked = given.length === 0 && terminal.stdin.isTTY === true && terminal.stderr.isTTY === true
  return isAsked ? typeSecret(texts.optionalPrompt, terminal) : given
}

async function givenSecrets(files: readonly string[] | undefined, { terminal, texts }: Context): Promise<string[]> {
  if (files !== undefined) return Promise.all(files.map((file) => readTextFile(file, texts.wrongUse.secretFileNotReadable)))
  const secret = terminal.env.ZEGO_SERVER_SECRET
  return secret === undefined || secret === '' ? [] : [secret]
}

async function typeSecret(question: string, { stdin, stderr, openKeyboard }: Terminal): Promise<string[]> {
  const keyboard = stdin.isTTY === true && !stdin.readableEnded ? stdin : openKeyboard?.()
  if (keyboard === undefined) return []
  try {
    const typed = await hiddenPrompt(question, keyboard, stderr)
    return typed === '' ? [] : [typed]
  } finally {
    // what was opened for the question would keep the process alive
    if (keyboard !== stdin) keyboard.destroy()
  }
}
