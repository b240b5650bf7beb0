import { resolution } from 'virtual:resolution'
import { describe, expect, test } from 'vitest'
import * as library from 'zego-token04'
import * as unlocked from 'zego-token04/dev-browser'
import * as http from 'zego-token04/http'
import { sealToken04 } from 'zego-token04/testing'
import { refusingCases, serverCases } from '../suite/index.mjs'
import { findBackend } from '../suite/run-suite.mjs'

// the runner reads from this name which browser it was
describe('user agent', () => {
  test(navigator.userAgent, () => {})
})

describe('zego-token04', () => {
  test('is the refusing build', async () => {
    expect(resolution['zego-token04']).toBe('dist/browser/index.js')
    expect(resolution['zego-token04/testing']).toBe('dist/browser/testing.js')
    expect(resolution['zego-token04/http']).toBe('dist/browser/http.js')
    expect(await findBackend(library)).toBe('refusing')
  })

  test('has no /sync and no /server-assistant', () => {
    expect(resolution['zego-token04/sync']).toBe(null)
    expect(resolution['zego-token04/server-assistant']).toBe(null)
  })

  for (const { name, run } of refusingCases(library, sealToken04, http)) test(name, run)
})

describe('zego-token04/dev-browser', () => {
  test('is the build on WebCrypto', async () => {
    expect(resolution['zego-token04/dev-browser']).toBe('dist/dev-browser/index.js')
    expect(await findBackend(unlocked)).toBe('WebCrypto')
  })

  for (const { name, run } of serverCases(unlocked, unlocked.sealToken04)) test(name, run)
})
