import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeToken04, generateToken04, verifyToken04 } from '../../src/index.js'
import { sealToken04 } from '../../src/testing.js'
import { basic, claims, MODES, now, SECRET } from '../support/tokens.js'

const users = fc.array(fc.record({ userId: fc.stringMatching(/^[a-z]{1,64}$/), mode: fc.constantFrom(...MODES) }), {
  minLength: 2,
  maxLength: 20
})

// a token of its own for each user, all made at the same time
const makeAll = (wanted: { userId: string; mode: (typeof MODES)[number] }[]) =>
  Promise.all(wanted.map(({ userId, mode }) => generateToken04(basic({ userId, mode }))))

test('tokens that are made and read at the same time keep their claims to themselves', async () => {
  await fc.assert(
    fc.asyncProperty(users, async (wanted) => {
      const tokens = await makeAll(wanted)
      const read = await Promise.all(tokens.map((token) => verifyToken04(token, { serverSecret: SECRET, now })))
      // read again after all the others: what was handed out has not changed
      await makeAll(wanted)
      expect(read.map((one) => [one.claims.user_id, one.mode])).toEqual(wanted.map(({ userId, mode }) => [userId, mode]))
    }),
    { numRuns: 30 }
  )
})

test('what was decoded stays as it is, whatever is made and read later', async () => {
  await fc.assert(
    fc.asyncProperty(users, async (wanted) => {
      const tokens = await makeAll(wanted)
      const decoded = tokens.map((token) => decodeToken04(token))
      const before = decoded.map(({ iv, ciphertext }) => [[...iv], [...ciphertext]])
      await makeAll(wanted)
      for (const token of tokens) await verifyToken04(token, { serverSecret: SECRET, now })
      expect(decoded.map(({ iv, ciphertext }) => [[...iv], [...ciphertext]])).toEqual(before)
    }),
    { numRuns: 30 }
  )
})

test('decoded bytes own their memory: no other data can be reached through their buffers', async () => {
  for (const mode of MODES) {
    const { iv, ciphertext } = decodeToken04(await generateToken04(basic({ mode })))
    expect(iv.buffer.byteLength).toBe(iv.length)
    expect(ciphertext.buffer.byteLength).toBe(ciphertext.length)
    expect(iv.buffer).not.toBe(ciphertext.buffer)
  }
})

test('writing into decoded bytes changes neither the token nor a second reading of it', async () => {
  for (const mode of MODES) {
    const token = await generateToken04(basic({ mode }))
    const first = decodeToken04(token)
    const iv = [...first.iv]
    first.iv.fill(0)
    first.ciphertext.fill(0)
    expect([...decodeToken04(token).iv]).toEqual(iv)
    expect((await verifyToken04(token, { serverSecret: SECRET, now })).claims.user_id).toBe(basic().userId)
  }
})

test('an IV that its caller overwrites while the token is being made is not followed', async () => {
  const iv = new Uint8Array(12).fill(7)
  const sealing = sealToken04(claims(), { serverSecret: SECRET, mode: 'gcm', iv })
  iv.fill(0)
  expect([...decodeToken04(await sealing).iv]).toEqual(new Array(12).fill(7))
})
