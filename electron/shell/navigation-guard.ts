import type { App, Session, WebContents } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** Copying a text on a click is the one permission that the window needs. */
const grantedPermissions: readonly string[] = ['clipboard-sanitized-write']

/** True for a page of our own window. */
export function isOwnUrl(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === appOrigin
}

/** True for what a frame of our window may show: our pages, and files made by them in memory. */
export function isOwnFrameUrl(url: string): boolean {
  return isOwnUrl(url) || url.startsWith(`blob:${appOrigin}/`) || url === 'about:blank'
}

/** True for a link that may be handed to the system's browser or mail program. */
export function isOutsideLink(url: string): boolean {
  const protocol = URL.parse(url)?.protocol
  return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:'
}

/** True for what the window may load at all. `devtools:` is the inspector of a development run. */
export function isOwnRequest(url: string): boolean {
  const protocol = URL.parse(url)?.protocol
  return isOwnUrl(url) || protocol === 'blob:' || protocol === 'data:' || protocol === 'devtools:'
}

/** Keeps every web content where it is: no navigation, no new window, no webview; outside links go to `openLink`. */
export function guardNavigation(app: Pick<App, 'on'>, openLink: (url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openLink))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
}

/** The same for one web content. */
export function guardContents(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  openLink: (url: string) => void,
): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnFrameUrl(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isOutsideLink(url)) openLink(url)
    return { action: 'deny' }
  })
}

/** True for a map image of the one origin that an administrator allowed. */
export function isAllowedImage(url: string, resourceType: string, imageOrigin: string | null): boolean {
  return imageOrigin !== null && resourceType === 'image' && URL.parse(url)?.origin === imageOrigin
}

/**
 * Closes the session to the network and to the machine's devices. `imageOrigin`: the one place that map images may
 * come from now.
 */
export function guardSession(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'webRequest'>,
  imageOrigin: () => string | null = () => null,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(grantedPermissions.includes(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => grantedPermissions.includes(permission))
  session.webRequest.onBeforeRequest(({ url, resourceType }, answer) =>
    answer({ cancel: !isOwnRequest(url) && !isAllowedImage(url, resourceType, imageOrigin()) }),
  )
}
