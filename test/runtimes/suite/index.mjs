// The suite, the same in every runtime: functions that take what was imported by name and give cases, `{ name, run }`.
import samples from '../../fixtures/official-tokens.json' with { type: 'json' }
import { equal, ok, refusal, SECRET } from './assert.mjs'
import { assistantSurface, httpSurface, NAMES, sealSurface, secretlessSurface, secretSurface } from './surface.mjs'
import { SAMPLE, sealVectors, secretlessVectors, secretVectors } from './vectors.mjs'

/** A build that may hold a secret: `zego-token04` on a server, `zego-token04/dev-browser` anywhere. */
export function serverCases(library, sealToken04) {
  const { generateToken04: generate, verifyToken04: verify, diagnoseToken04: diagnose, Token04Error } = library
  return [
    ...secretlessSurface(library, SAMPLE),
    ...secretSurface({ generate, verify, diagnose, library }),
    ...sealSurface(sealToken04, library),
    ...samples.tokens.map((sample) => officialToken(sample, verify)),
    ...secretlessVectors(library),
    ...secretVectors({ generate, verify, diagnose, Token04Error }),
    ...sealVectors(sealToken04)
  ]
}

/** `zego-token04/sync`. */
export function syncCases(library) {
  const { generateToken04Sync: generate, verifyToken04Sync: verify, diagnoseToken04Sync: diagnose, Token04Error } = library
  const names = NAMES.map((name) => (/^(generate|verify|diagnose)Token04$/.test(name) ? `${name}Sync` : name))
  return labelled('sync', [
    hasNames(library, names),
    {
      name: 'answers without a promise',
      run: () => {
        const token = generate({ appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 60 })
        equal(verify(token, { serverSecret: SECRET }).claims.user_id, 'demo')
        equal(diagnose(token, { serverSecret: SECRET }).ok, true)
      }
    },
    ...secretSurface({ generate, verify, diagnose, library }),
    ...samples.tokens.map((sample) => officialToken(sample, verify)),
    ...secretVectors({ generate, verify, diagnose, Token04Error })
  ])
}

/** `zego-token04/server-assistant`. */
export function assistantCases(assistant, library) {
  const names = ['ServerAssistantError', 'generateToken04']
  return labelled('server-assistant', [hasNames(assistant, names), ...assistantSurface(assistant, library)])
}

/** `zego-token04/http`. */
export function httpCases(http, library) {
  return labelled('http', [hasNames(http, ['createTokenHandler', 'createTokenListener']), ...httpSurface(http, library)])
}

/** The build for browsers and React Native. */
export function refusingCases(library, sealToken04, { createTokenHandler, createTokenListener }) {
  const calls = {
    generateToken04: () =>
      library.generateToken04({ appId: 1, userId: 'demo', serverSecret: SECRET, effectiveTimeInSeconds: 60 }),
    verifyToken04: () => library.verifyToken04(SAMPLE, { serverSecret: SECRET }),
    importServerSecret: () => library.importServerSecret(SECRET),
    sealToken04: () => sealToken04({}, { serverSecret: SECRET, mode: 'gcm', iv: new Uint8Array(12) }),
    createTokenHandler: () => createTokenHandler({ appId: 1, serverSecret: SECRET, authenticate: () => null }),
    createTokenListener: () => createTokenListener({ appId: 1, serverSecret: SECRET, authenticate: () => null })
  }
  return [
    hasNames(library, NAMES),
    ...Object.entries(calls).map(([name, call]) => ({
      name: `${name} is refused, with the safe way and the name of the way round`,
      run: async () => {
        const { code, message } = await refusal(call, library)
        equal(code, 'BROWSER_REFUSED')
        for (const part of [name, 'on your server', 'zego-token04/dev-browser']) ok(message.includes(part), part)
      }
    })),
    {
      name: 'diagnoseToken04 refuses with a finding',
      run: async () => {
        const { ok: isGood, findings } = await library.diagnoseToken04(SAMPLE, { serverSecret: SECRET })
        equal([isGood, findings.map(({ code }) => code)], [false, ['BROWSER_REFUSED']])
      }
    },
    ...secretlessSurface(library, SAMPLE),
    ...secretlessVectors(library)
  ]
}

/** Two builds that a process has loaded know each other's secrets, tokens and errors. */
export function pairCases(builds) {
  const names = Object.keys(builds)
  return names.flatMap((from) =>
    names
      .filter((to) => to !== from)
      .map((to) => ({
        name: `what ${from} makes, ${to} takes`,
        run: async () => {
          const serverSecret = builds[from].importServerSecret(SECRET)
          const token = await builds[from].generateToken04({
            appId: 1,
            userId: 'demo',
            serverSecret,
            effectiveTimeInSeconds: 60
          })
          equal((await builds[to].verifyToken04(token, { serverSecret })).claims.user_id, 'demo')
          await refusal(() => builds[from].importServerSecret('short'), builds[to])
        }
      }))
  )
}

export function hasNames(library, names) {
  return {
    name: 'has the names of the public surface, and no other',
    // "default" and "module.exports" are what runtimes add to a CommonJS module
    run: () =>
      equal(
        Object.keys(library)
          .filter((name) => !['default', 'module.exports', '__esModule'].includes(name))
          .sort(),
        names.toSorted()
      )
  }
}

export function labelled(label, cases) {
  return cases.map(({ name, run }) => ({ name: `${label}: ${name}`, run }))
}

export { NAMES }

function officialToken({ writer, token, appId, userId, serverSecret, payload, nonce, expire, effectiveTimeInSeconds }, verify) {
  return {
    name: `a ${payload === '' ? 'basic' : 'privilege'} token of the official assistant gives back its inputs (${writer})`,
    run: async () => {
      const ctime = expire - effectiveTimeInSeconds
      const { claims } = await verify(token, { serverSecret, appId, userId, now: () => ctime, clockToleranceInSeconds: 1 })
      equal(claims, { app_id: appId, user_id: userId, nonce, ctime, expire, payload })
    }
  }
}
