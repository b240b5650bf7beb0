import { describe, expect, test } from 'vitest'
import { PrivilegeKey, PrivilegeValue, Token04Error } from '../../src/index.js'

describe('Token04Error', () => {
  test('carries the numbers of its code', () => {
    const error = new Token04Error('EXPIRED', 'text')
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'Token04Error', message: 'text', code: 'EXPIRED', errorCode: -1, zegoCode: 1002078 })
    expect(error).not.toHaveProperty('claim')
    expect(new Token04Error('INVALID_USER_ID', '')).toMatchObject({ errorCode: 3 })
    expect(new Token04Error('INVALID_USER_ID', '')).not.toHaveProperty('zegoCode')
    expect(String(error)).toBe('Token04Error: text')
  })

  test('takes the ZEGO code of a claim from the claim', () => {
    expect(new Token04Error('INVALID_CLAIMS', '', 'nonce')).toMatchObject({ claim: 'nonce', zegoCode: 1002080 })
    expect(new Token04Error('INVALID_CLAIMS', '', 'ctime')).not.toHaveProperty('zegoCode')
  })

  test('is recognised by its brand, so that copies of the library know each other’s', () => {
    const foreign = Object.defineProperty(new Error('other copy'), Symbol.for('zego-token04.Token04Error'), { value: true })
    expect(foreign instanceof Token04Error).toBe(true)
    for (const other of [new Error('no'), {}, null, undefined, 'text'])
      expect((other as object) instanceof Token04Error).toBe(false)
    expect((new Token04Error('EXPIRED', '') as never)[Symbol.for('zego-token04.Token04Error')]).toBe(true)
  })
})

test('the privilege constants are those of ZEGO', () => {
  expect(PrivilegeKey).toEqual({ login: 1, publish: 2 })
  expect(PrivilegeValue).toEqual({ enable: 1, disable: 0 })
})
