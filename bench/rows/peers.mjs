// What other vendors' packages do for their tokens, with the same user and room, and general makers of tokens. Keys are made once
// where the package lets its caller do so.

import { createSecretKey } from 'node:crypto'
import agora from 'agora-token'
import { EncryptJWT, jwtDecrypt } from 'jose'
import jsonwebtoken from 'jsonwebtoken'
import { AccessToken, TokenVerifier } from 'livekit-server-sdk'
import { APP_ID, PAYLOADS, ROOM_ID, SECONDS, SECRET, USER_ID } from '../subject.mjs'

const AGORA_APP_ID = '0123456789abcdef0123456789abcdef'
const LIVEKIT_KEY = 'APIdemo'
const key = createSecretKey(Buffer.from(SECRET))
const aesKey = await crypto.subtle.importKey('raw', Buffer.from(SECRET), 'AES-GCM', false, ['encrypt', 'decrypt'])
const claims = { app_id: APP_ID, user_id: USER_ID, payload: PAYLOADS.privilege }
const grant = { roomJoin: true, room: ROOM_ID, canPublish: false }

/** Rows of peers: making a token, and reading it where the package can. */
export async function peerRows() {
  const livekitVerifier = new TokenVerifier(LIVEKIT_KEY, SECRET)
  const tokens = { livekit: await makeLivekit(), jose: await makeJose(), jsonwebtoken: makeJsonwebtoken() }
  return [
    make('livekit-server-sdk', 'async', makeLivekit),
    make('agora-token', 'sync', makeAgora),
    make('jose EncryptJWT', 'async', makeJose),
    make('jsonwebtoken HS256', 'sync', makeJsonwebtoken),
    read('livekit-server-sdk', 'async', () => livekitVerifier.verify(tokens.livekit)),
    read('jose jwtDecrypt', 'async', () => jwtDecrypt(tokens.jose, aesKey)),
    read('jsonwebtoken HS256', 'sync', () => jsonwebtoken.verify(tokens.jsonwebtoken, key, { algorithms: ['HS256'] }))
  ]
}

const make = (peer, flavour, run) => ({ id: `generate with ${peer}`, beside: `generate gcm privilege ${flavour}`, run })
const read = (peer, flavour, run) => ({ id: `verify with ${peer}`, beside: `verify gcm privilege ${flavour}`, run })

function makeLivekit() {
  const token = new AccessToken(LIVEKIT_KEY, SECRET, { identity: USER_ID, ttl: SECONDS })
  token.addGrant(grant)
  return token.toJwt()
}

function makeAgora() {
  const { RtcTokenBuilder, RtcRole } = agora
  return RtcTokenBuilder.buildTokenWithUserAccount(AGORA_APP_ID, SECRET, ROOM_ID, USER_ID, RtcRole.SUBSCRIBER, SECONDS, SECONDS)
}

function makeJose() {
  return new EncryptJWT(claims)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .encrypt(aesKey)
}

function makeJsonwebtoken() {
  return jsonwebtoken.sign(claims, key, { algorithm: 'HS256', expiresIn: SECONDS })
}
