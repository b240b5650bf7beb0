/**
 * Lets objects of a class stand in for those of the platform: they become an `instanceof` it, with every member of it; what the class
 * has not is asked of the real one.
 */
export function standIn<Light extends object, Real extends object>(
  light: Light,
  platform: Real,
  realOf: (light: Light) => Real
): void {
  for (const name of Reflect.ownKeys(platform)) {
    if (Object.hasOwn(light, name)) continue
    const { get, value } = Object.getOwnPropertyDescriptor(platform, name) as PropertyDescriptor
    if (get !== undefined) Object.defineProperty(light, name, { get: forwardGet(name, realOf) })
    else if (typeof value === 'function') Object.defineProperty(light, name, { value: forwardCall(name, realOf) })
  }
  Object.setPrototypeOf(light, platform)
}

function forwardGet<Light>(name: PropertyKey, realOf: (light: Light) => object) {
  return function (this: Light) {
    return Reflect.get(realOf(this), name) as unknown
  }
}

function forwardCall<Light>(name: PropertyKey, realOf: (light: Light) => object) {
  return function (this: Light, ...args: unknown[]) {
    const real = realOf(this)
    return (Reflect.get(real, name) as (...args: unknown[]) => unknown).apply(real, args)
  }
}
