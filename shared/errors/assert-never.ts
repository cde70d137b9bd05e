/** Makes a forgotten case of a union a compile error, and a loud one if it happens all the same. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`)
}
