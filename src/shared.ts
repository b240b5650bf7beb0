// what every build holds: nothing here needs a secret
export { PrivilegeKey, PrivilegeValue } from './constants.js'
export { type ClaimName, type ErrorCode, Token04Error } from './errors.js'
export { authorize } from './token/authorize.js'
export { decodeToken04 } from './token/decode.js'
export { privilegePayload } from './token/privilege-payload.js'
export { secondsUntilRenewal } from './token/seconds-until-renewal.js'
export type * from './types.js'
