// Tokens from small to the largest that there can be: the cost must grow with the bytes, and no faster.
import { generateToken04Sync, importServerSecret, verifyToken04Sync } from '../../dist/node/sync.js'
import { generateOptions, PAYLOADS, SECRET, verifyOptions } from '../subject.mjs'

const serverSecret = importServerSecret(SECRET)
const STREAM_ID = 's'.repeat(200)
const STREAMS = [0, 39, 78, 117, 156, 195, 234, 273, 312]

/** Rows of generate and verify for each size, with the bytes of the payload's text. */
export function sizeRows() {
  return STREAMS.flatMap((streams) => {
    const payload = { ...PAYLOADS.privilege, stream_id_list: Array(streams).fill(STREAM_ID) }
    const options = generateOptions({ mode: 'gcm', payload, serverSecret })
    const token = generateToken04Sync(options)
    const bytes = JSON.stringify(payload).length
    return [
      { id: `generate ${bytes}`, direction: 'generate', bytes, run: () => generateToken04Sync(options) },
      { id: `verify ${bytes}`, direction: 'verify', bytes, run: () => verifyToken04Sync(token, verifyOptions(serverSecret)) }
    ]
  })
}
