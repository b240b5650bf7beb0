import { decodeToken04, diagnoseToken04, generateToken04, importServerSecret, verifyToken04 } from 'zego-token04'

const serverSecret = 'fa94dd0f974cf2e293728a526b028271'
const token =
  '04AAAAAGVT/xAADPZ+e5heZM8IKTewDgBxfeam5t1ufl20wui1BdSxD8CovlT5PstApO+H/KIloMtf4TXcOaSqsBHiqrTiUPigcLvEpwLbuB5s8pz8RZ+vWizWw6+UpjjYTUXiiWkUShZt9n+gXsFvDOYfeklMa2kVpHjH2VP4iPWdN6bBWGC33dEB'

/** What a page or a worker gets from the package. */
export async function probe() {
  return {
    generate: await codeOf(() => generateToken04({ appId: 1, userId: 'demo', serverSecret, effectiveTimeInSeconds: 60 })),
    verify: await codeOf(() => verifyToken04(token, { serverSecret })),
    importSecret: await codeOf(() => importServerSecret(serverSecret)),
    diagnose: (await diagnoseToken04(token, { serverSecret })).findings[0].code,
    decode: await codeOf(() => decodeToken04(token).mode),
    codeFromText: await codeOf(() => new Function('return "allowed"')()).catch(() => 'blocked')
  }
}

/** The code of the error, or what was answered; what is no error of this package is thrown on. */
async function codeOf(call) {
  try {
    return await call()
  } catch (error) {
    if (error.code === undefined) throw error
    return error.code
  }
}
