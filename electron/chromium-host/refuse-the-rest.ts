/** Makes what is not implemented fail at once, with its name, rather than read as undefined. */
export function refuseTheRest<T extends object>(name: string, slice: T): T {
  return new Proxy(slice, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && key !== 'then' && key !== 'toJSON') {
        throw new Error(`The Chromium host does not implement electron.${name}.${key}`)
      }
      return Reflect.get(target, key, receiver)
    },
  })
}
