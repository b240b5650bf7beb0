// What the holder of a token may do: the whole matrix of rules, actions, privileges, rooms and streams.
import { PAYLOAD } from './seal.mjs'

const RULES = ['login', 'publish', 'login-and-publish']
const ACTIONS = ['login', 'publish']
const PRIVILEGES = [
  ['allowed', 1],
  ['denied', 0],
  ['absent', undefined]
]
const ROOMS = [
  ['this room', 'demo'],
  ['another room', 'other']
]
const STREAMS = [
  ['no list', null],
  ['an empty list', []],
  ['the stream listed', ['other', 'camera']],
  ['another stream listed', ['other']]
]
const ZEGO_CODES = { PUBLISH_DENIED: 1002082, INVALID_PAYLOAD: 1002075 }

/** The cases of authorize.json. */
export function authorizeCases() {
  return [...matrix(), ...basic(), ...edges()]
}

function* matrix() {
  for (const rule of RULES)
    for (const action of ACTIONS)
      for (const [login, canLogin] of PRIVILEGES)
        for (const [publish, canPublish] of PRIVILEGES) {
          // a payload needs one of the two keys
          if (canLogin === undefined && canPublish === undefined) continue
          for (const [room, roomId] of ROOMS)
            for (const [streams, stream_id_list] of STREAMS) {
              const payload = JSON.parse(
                JSON.stringify({ room_id: 'demo', privilege: { 1: canLogin, 2: canPublish }, stream_id_list })
              )
              const comment = `rule ${rule}: ${action} in ${room}; login ${login}, publish ${publish}, ${streams}`
              const input = { payload, action, roomId, streamId: 'camera', rule }
              yield answered(comment, flagsOf(input), input, codeOf(input))
            }
        }
}

// the rule in ZEGO's guide, written out
function codeOf({ payload: { room_id, privilege, stream_id_list }, action, roomId, rule }) {
  if (rule !== 'login-and-publish' && rule !== action) return undefined
  if (room_id !== roomId) return 'ROOM_ID_MISMATCH'
  if (action === 'login') return privilege[1] === 1 ? undefined : 'LOGIN_DENIED'
  if (privilege[2] !== 1) return 'PUBLISH_DENIED'
  return stream_id_list === null || stream_id_list.length === 0 || stream_id_list.includes('camera')
    ? undefined
    : 'STREAM_ID_DENIED'
}

function flagsOf({ payload, action, roomId, rule }) {
  const isChecked = rule === 'login-and-publish' || rule === action
  if (!isChecked) return ['CheckRule']
  if (payload.room_id !== roomId) return ['RoomIdMismatch']
  return action === 'login' ? ['PrivilegeValue'] : ['PrivilegeValue', 'StreamIdList']
}

function* basic() {
  for (const rule of RULES)
    for (const action of ACTIONS) {
      const input = { payload: null, action, roomId: 'any', streamId: 'camera', rule }
      yield answered(`rule ${rule}: ${action} with a basic token, which is not checked`, ['BasicToken'], input)
    }
}

function edges() {
  const publishing = (stream_id_list) => ({ room_id: 'demo', privilege: { 2: 1 }, stream_id_list })
  const request = { action: 'publish', roomId: 'demo', rule: 'login-and-publish' }
  return [
    answered(
      'no stream named where some are listed',
      ['StreamIdList'],
      { ...request, payload: publishing(['camera']) },
      'STREAM_ID_DENIED'
    ),
    answered('no stream named and none listed', ['StreamIdList'], { ...request, payload: publishing(null) }),
    answered('the field of streams absent', ['StreamIdList'], {
      ...request,
      streamId: 'camera',
      payload: publishing(undefined)
    }),
    answered(
      'a stream that differs in case',
      ['StreamIdList'],
      { ...request, streamId: 'Camera', payload: publishing(['camera']) },
      'STREAM_ID_DENIED'
    ),
    answered(
      'a stream that begins like a listed one',
      ['StreamIdList'],
      { ...request, streamId: 'camera2', payload: publishing(['camera']) },
      'STREAM_ID_DENIED'
    ),
    answered(
      'a room that differs in case',
      ['RoomIdMismatch'],
      { ...request, roomId: 'Demo', payload: publishing(null) },
      'ROOM_ID_MISMATCH'
    ),
    answered(
      'no rule named: both are checked, login',
      ['CheckRule'],
      { action: 'login', roomId: 'demo', payload: publishing(null) },
      'LOGIN_DENIED'
    ),
    answered(
      'no rule named: both are checked, publishing',
      ['CheckRule'],
      { action: 'publish', roomId: 'demo', payload: JSON.parse(PAYLOAD) },
      'PUBLISH_DENIED'
    )
  ]
}

let number = 0
function answered(comment, flags, input, code) {
  number += 1
  const answer = { id: `authorize-${String(number).padStart(3, '0')}`, comment, flags, input }
  if (code === undefined) return { ...answer, result: 'allowed' }
  return { ...answer, result: 'denied', error: { code, ...(ZEGO_CODES[code] ? { zegoCode: ZEGO_CODES[code] } : {}) } }
}
