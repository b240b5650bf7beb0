import { describe, expect, test } from 'vitest'
import * as library from 'zego-token04/dev-browser'
import { SECRET } from '../../test/support/tokens.js'
import { initialState } from '../src/app/state.js'
import type { GenerateForm } from '../src/logic/generate-form.js'
import { snippetOf } from '../src/logic/snippet.js'

const HOSTILE = `it's "quoted" \\ and \`\${ticked}\``

/** Runs a snippet with the library for its import, and a stand-in for the environment. */
async function run(form: GenerateForm): Promise<{ token: string; kitToken?: string }> {
  const snippet = snippetOf(form)
  const [, names = ''] = /^import \{ (.+) \} from 'zego-token04'$/m.exec(snippet) ?? []
  const body = snippet.replace(/^import .*$/m, `const { ${names} } = library`)
  const answer = form.isKit ? '{ token, kitToken }' : '{ token }'
  const program = new Function('library', 'process', `return (async () => {${body}\nreturn ${answer}})()`)
  return program(library, { env: { ZEGO_SERVER_SECRET: SECRET } })
}

describe('the program for a server', () => {
  const forms: Partial<GenerateForm>[] = [
    {},
    { kind: 'basic', mode: 'cbc' },
    { userId: HOSTILE, roomId: HOSTILE, canPublish: true, streamIds: `a\n${HOSTILE}` },
    { isKit: true, userName: HOSTILE, userId: '小明' }
  ]
  test.each(forms)('makes the token of the form %j', async (patch) => {
    const form = { ...initialState('en').form, ...patch }
    const { token, kitToken } = await run(form)
    const { claims, payload, mode } = await library.verifyToken04(token, { serverSecret: SECRET })
    expect([claims.user_id, mode, claims.expire - claims.ctime]).toEqual([form.userId, form.mode, 3600])
    if (form.kind === 'basic') expect(payload).toBeNull()
    else expect(payload).toMatchObject({ room_id: form.roomId, privilege: { 1: 1, 2: form.canPublish ? 1 : 0 } })
    expect(payload?.stream_id_list ?? []).toEqual(form.streamIds.split('\n').filter(Boolean))
    if (kitToken !== undefined) expect(library.parseKitToken(kitToken)).toMatchObject({ userName: HOSTILE, userId: '小明' })
  })

  test('never holds the secret', () => {
    expect(snippetOf(initialState('en').form)).not.toContain(SECRET)
  })
})
