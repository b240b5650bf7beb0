import { sealToken04 } from '../../dist/node/testing.js'
import { claimsOf, floorOfGenerate, floorOfVerify, ivOf } from '../rows/floor.mjs'
import { KINDS, SECRET } from '../subject.mjs'

/** Fails where the floor does other work than the package: it must make the same bytes, and read the same claims. */
export async function checkFloor() {
  for (const { mode, kind, payload } of KINDS) {
    const claims = claimsOf(payload)
    const token = floorOfGenerate(mode, payload)()
    const sealed = await sealToken04(claims, { serverSecret: SECRET, mode, iv: ivOf(mode), expire: claims.expire })
    if (token !== sealed) throw new Error(`the floor of generate ${mode} ${kind} makes other bytes`)
    const read = floorOfVerify(mode, token)()
    if (JSON.stringify(read) !== JSON.stringify({ claims, payload: payload ?? null })) {
      throw new Error(`the floor of verify ${mode} ${kind} reads other claims`)
    }
  }
}
