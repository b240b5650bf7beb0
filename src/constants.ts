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
export const PrivilegeKey = { login: 1, publish: 2 } as const

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
export const PrivilegeValue = { enable: 1, disable: 0 } as const
