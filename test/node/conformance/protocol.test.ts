import { expect, test } from 'vitest'
import { type PortCase, quote, readAnswer, readMessage, readStarted, requestLine } from '../../../src/conformance/protocol.js'
import { STARTED } from './support.js'

test('a request is one line, also for those who end lines at U+2028 or U+0085', () => {
  const question: PortCase = { op: 'generate', input: { userId: 'a\u2028b\u2029c\u0085' } }
  const line = requestLine({ cmd: 'run', seq: 1, case: question })
  expect(line).toBe('{"cmd":"run","seq":1,"case":{"op":"generate","input":{"userId":"a\\u2028b\\u2029c\\u0085"}}}\n')
  expect(JSON.parse(line).case).toEqual(question)
  expect(requestLine({ cmd: 'stop' })).toBe('{"cmd":"stop"}\n')
})

test('a vector that breaks the protocol is not sent', () => {
  const send = (question: PortCase) => requestLine({ cmd: 'run', seq: 1, case: question })
  expect(() => send({ op: 'generate', input: { appID: 1 } })).toThrow('the case/input has an unknown field "appID"')
  expect(() => send({ op: 'read', input: { now: '5' } })).toThrow('the case/input/now must be a number')
  expect(() => send({ op: 'generate-fixed', input: {} })).toThrow('the case/input must have the field "claims"')
  expect(() => requestLine({ cmd: 'run', seq: 0, case: { op: 'read', input: {} } })).toThrow(
    'the request/seq must be at least 1'
  )
})

test('a port may leave its flavour out, and may not invent one', () => {
  const { flavour: _, ...started } = STARTED
  expect(readStarted(JSON.stringify(started))).toEqual(started)
  expect(readStarted(JSON.stringify({ ...started, flavour: 'dart' }))).toMatch(
    /^answered "start" wrongly: the answer\/flavour must be one of "go"/
  )
  expect(readStarted(JSON.stringify({ ...started, modes: ['cbc', 'cbc'] }))).toMatch(
    /modes must be an array without repetitions/
  )
})

test('an answer has one outcome', () => {
  expect(readAnswer({ seq: 1, skipped: 'no GCM' })).toEqual({ seq: 1, skipped: 'no GCM' })
  expect(readAnswer({ seq: 1, token: '04', error: {} })).toBe(
    'gave a wrong answer: the answer has an unknown field "error"; leave it out'
  )
})

test.each(['', 'null', '[]', '5', '{'])('no object is no message: %s', (line) => expect(readMessage(line)).toBeUndefined())

test('what is quoted is on one line and not too long', () => {
  expect(quote('a\n\u2028\u007f')).toBe('"a\\n\\u2028\\u007f"')
  expect(quote('x'.repeat(500), 10)).toBe('"xxxxxxxxx… (500 characters)')
})
