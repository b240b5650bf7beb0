import { peerRows } from './peers.mjs'
import { readingRows, token04Rows } from './token04.mjs'
import { validationRows } from './validation.mjs'

/** Every row that runs in Node.js, in the order in which they take turns. */
export async function allRows() {
  return [...token04Rows(), ...readingRows(), ...(await validationRows()), ...(await peerRows())]
}
