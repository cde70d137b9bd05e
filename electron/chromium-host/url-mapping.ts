/** Chromium knows no scheme of ours: `app://parvis/x` is shown to it as `https://parvis.app.localhost/x`. */
const standInHost = /^([a-z0-9-]+)\.([a-z][a-z0-9-]*)\.localhost$/

/** The URL that Chromium loads for one of a custom scheme; others stay as they are. */
export function toChromiumUrl(url: string): string {
  const match = /^([a-z][a-z0-9-]*):\/\/([a-z0-9-]+)(\/.*)?$/.exec(url)
  const [, scheme, host, rest] = match ?? []
  if (scheme === undefined || ['http', 'https', 'file', 'blob', 'about', 'data'].includes(scheme)) return url
  return `https://${host}.${scheme}.localhost${rest ?? '/'}`
}

/** The URL that the application knows for one of Chromium's. */
export function fromChromiumUrl(url: string): string {
  if (url.startsWith('blob:')) return `blob:${fromChromiumUrl(url.slice(5))}`
  const parsed = URL.parse(url)
  const match = parsed?.protocol === 'https:' ? standInHost.exec(parsed.host) : null
  if (parsed === null || match === null) return url
  return `${match[2]}://${match[1]}${parsed.pathname}${parsed.search}${parsed.hash}`
}
