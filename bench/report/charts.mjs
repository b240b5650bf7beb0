import { barChart } from './bar-chart.mjs'
import { lineChart } from './line-chart.mjs'

/** The charts of the results page, by file name. */
export function charts({ rows, sizes, browser }) {
  return {
    'generate.svg': barChart('Making a GCM privilege token, and peers making theirs (Node.js)', bars(rows, GENERATE)),
    'verify.svg': barChart('Verifying it, and peers verifying theirs (Node.js)', bars(rows, VERIFY)),
    'browser.svg': barChart(`WebCrypto and crypto-js (${browser.name.replace(/\..*/, '')})`, bars(browser.rows, BROWSER)),
    'sizes.svg': lineChart(
      'Cost over size, up to the largest token (GCM)',
      ['generate', 'verify'].map((direction) => ({
        name: direction,
        className: direction === 'generate' ? 'own' : 'peer',
        points: sizes
          .filter((row) => row.direction === direction)
          .map(({ bytes, nanoseconds }) => ({ x: bytes, y: nanoseconds / 1000 }))
      }))
    )
  }
}

/** [row, label, colour] */
const GENERATE = [
  ['generate gcm privilege floor', 'the floor', 'floor'],
  ['generate gcm privilege sync', 'generateToken04Sync', 'own'],
  ['generate gcm privilege async', 'generateToken04', 'own'],
  ['generate with jsonwebtoken HS256', 'jsonwebtoken, HS256', 'peer'],
  ['generate with livekit-server-sdk', 'livekit-server-sdk', 'peer'],
  ['generate with agora-token', 'agora-token', 'peer'],
  ['generate with jose EncryptJWT', 'jose, EncryptJWT', 'peer']
]
const VERIFY = [
  ['verify gcm privilege floor', 'the floor', 'floor'],
  ['verify gcm privilege sync', 'verifyToken04Sync', 'own'],
  ['verify gcm privilege async', 'verifyToken04', 'own'],
  ['verify with jsonwebtoken HS256', 'jsonwebtoken, HS256', 'peer'],
  ['verify with livekit-server-sdk', 'livekit-server-sdk', 'peer'],
  ['verify with jose jwtDecrypt', 'jose, jwtDecrypt', 'peer']
]
const BROWSER = [
  ['generate gcm privilege', 'generate, GCM', 'own'],
  ['generate with a key import each call', 'the same, key imported each call', 'peer'],
  ['verify gcm privilege', 'verify, GCM', 'own'],
  ['verify with a key import each call', 'the same, key imported each call', 'peer'],
  ['generate cbc privilege', 'generate, CBC', 'own'],
  ['generate with crypto-js AES', 'crypto-js, CBC', 'peer'],
  ['verify cbc privilege', 'verify, CBC', 'own'],
  ['verify with crypto-js AES', 'crypto-js, CBC', 'peer']
]

function bars(rows, names) {
  return names.map(([id, label, className]) => {
    const { nanoseconds } = rows.find((row) => row.id === id)
    return { label, className, microseconds: nanoseconds / 1000 }
  })
}
