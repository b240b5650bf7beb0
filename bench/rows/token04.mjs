// The package as it is built, beside the floor.

import { decodeToken04, diagnoseToken04, generateToken04, importServerSecret, verifyToken04 } from '../../dist/node/index.js'
import { diagnoseToken04Sync, generateToken04Sync, verifyToken04Sync } from '../../dist/node/sync.js'
import * as webcrypto from '../../dist/web/index.js'
import { generateOptions, KINDS, SECRET, verifyOptions } from '../subject.mjs'
import { floorOfGenerate, floorOfVerify } from './floor.mjs'

const serverSecret = importServerSecret(SECRET)
const expected = verifyOptions(serverSecret)

/** Rows of generate and verify, on node:crypto and on WebCrypto. Each names the row that it is compared with. */
export function token04Rows() {
  return KINDS.flatMap(({ mode, kind, payload }) => {
    const options = generateOptions({ mode, payload, serverSecret })
    const token = generateToken04Sync(options)
    return [
      ...group(`generate ${mode} ${kind}`, {
        floor: floorOfGenerate(mode, payload),
        sync: () => generateToken04Sync(options),
        async: () => generateToken04(options),
        webcrypto: () => webcrypto.generateToken04(options)
      }),
      ...group(`verify ${mode} ${kind}`, {
        floor: floorOfVerify(mode, token),
        sync: () => verifyToken04Sync(token, expected),
        async: () => verifyToken04(token, expected),
        webcrypto: () => webcrypto.verifyToken04(token, expected)
      })
    ]
  })
}

/** Rows of what explains a token, and of what reads it without a secret. */
export function readingRows() {
  const token = generateToken04Sync(generateOptions({ ...KINDS[1], serverSecret }))
  const bad = `${token.slice(0, -8)}AAAAAAAA`
  const floor = `verify ${KINDS[1].mode} ${KINDS[1].kind} floor`
  return [
    { id: 'decode', beside: floor, run: () => decodeToken04(token) },
    { id: 'diagnose a good token sync', beside: floor, run: () => diagnoseToken04Sync(token, { serverSecret }) },
    { id: 'diagnose a bad token sync', beside: floor, run: () => diagnoseToken04Sync(bad, { serverSecret }) },
    { id: 'diagnose a good token async', beside: floor, run: () => diagnoseToken04(token, { serverSecret }) }
  ]
}

function group(name, rows) {
  return Object.entries(rows).map(([row, run]) => ({ id: `${name} ${row}`, beside: `${name} floor`, run }))
}
