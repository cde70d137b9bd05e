import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

function whole(): string {
  return `/${location.hash.replace(/^#?\/?/, '')}`
}

function path(): string {
  return whole().split('?')[0] ?? '/'
}

function search(): string {
  return whole().split('?')[1] ?? ''
}

/** The address that waits until one rests, and its clock. */
let waiting: { readonly to: string; readonly timer: ReturnType<typeof setTimeout> } | undefined
const restMilliseconds = 400

/**
 * Replaces the address once nobody asks for another one. What walks through a list shows each line at once; the frame
 * that follows the address is drawn when the walk ends. Any other navigation writes it first.
 */
export function replaceAddressSoon(to: string): void {
  if (waiting === undefined) addEventListener('popstate', forgetWaiting, { once: true })
  clearTimeout(waiting?.timer)
  waiting = { to, timer: setTimeout(writeWaiting, restMilliseconds) }
}

function writeWaiting(): void {
  const to = waiting?.to
  forgetWaiting()
  if (to !== undefined) go(to, true)
}

/** Back and forward leave the page that the address waits for. */
function forgetWaiting(): void {
  clearTimeout(waiting?.timer)
  waiting = undefined
  removeEventListener('popstate', forgetWaiting)
}

let navigations = 0

/** Grows with each navigation, also with one to the address that is there already. */
export function useNavigations(): number {
  return useSyncExternalStore(subscribe, () => navigations)
}

/** Goes to `/path?query`; both live behind the `#`, so that the file of the page never changes. */
export function navigateTo(to: string, options: { readonly replace?: boolean } = {}): void {
  writeWaiting()
  navigations += 1
  go(to, options.replace === true)
}

function go(to: string, replace: boolean): void {
  const before = location.href
  const url = new URL(before)
  url.hash = to.startsWith('/') ? to : `/${to}`
  history[replace ? 'replaceState' : 'pushState'](null, '', url.href)
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: url.href }))
}

/** Location hook for wouter's Router. Its own hash hook puts the query before the `#`, where it outlives the page. */
export function useHashPath(): [string, typeof navigateTo] {
  return [useSyncExternalStore(subscribe, path), navigateTo]
}
useHashPath.hrefs = (href: string): string => `#${href}`

/** Search hook for wouter's Router. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, search)
}
