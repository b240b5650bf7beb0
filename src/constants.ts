/**
 * Keys of `privilege` in an RTC room payload, as ZEGO numbers them.
 *
 * @example
 * ```ts
 * import { PrivilegeKey, PrivilegeValue } from 'zego-token04'
 *
 * const privilege = { [PrivilegeKey.login]: PrivilegeValue.enable, [PrivilegeKey.publish]: PrivilegeValue.disable }
 * JSON.stringify(privilege) // => '{"1":1,"2":0}'
 * ```
 */
export const PrivilegeKey = {
  /** Log in to the room. */
  login: 1,
  /** Publish streams in it. */
  publish: 2
} as const

/**
 * Values of `privilege` in an RTC room payload: allowed or denied.
 *
 * @example
 * ```ts
 * import { PrivilegeValue } from 'zego-token04'
 *
 * PrivilegeValue.enable // => 1
 * PrivilegeValue.disable // => 0
 * ```
 */
export const PrivilegeValue = {
  /** Allowed. */
  enable: 1,
  /** Denied, as an absent key is. */
  disable: 0
} as const
