/**
 * The origin (`https://host`) of an address of map images, or undefined when it is none: https with `{z}`, `{x}` and
 * `{y}`, no name or password in it. Plain http only to this very machine.
 */
export function tileOrigin(urlTemplate: string): string | undefined {
  if (!['{z}', '{x}', '{y}'].every((part) => urlTemplate.includes(part))) return undefined
  // Leaflet's `{s}` would be another host at each image: exactly one is let through.
  const [, beginning = ''] = /^(https?:\/\/[^/?#]*)[/?#]/.exec(urlTemplate) ?? []
  if (beginning === '' || /[{}@\s;,'"*]/.test(beginning)) return undefined
  const [, scheme, host = ''] =
    /^(https?):\/\/([a-z0-9.-]+(?::\d{1,5})?|\[::1\](?::\d{1,5})?)$/i.exec(beginning) ?? []
  if (scheme === undefined) return undefined
  const onThisMachine = /^(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(host)
  if (scheme.toLowerCase() === 'http' && !onThisMachine) return undefined
  return beginning.toLowerCase()
}

/** The host of an origin, as people read it. */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '')
}
