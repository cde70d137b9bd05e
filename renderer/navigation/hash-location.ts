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

/** Goes to `/path?query`; both live behind the `#`, so that the file of the page never changes. */
export function navigateTo(to: string, options: { readonly replace?: boolean } = {}): void {
  const before = location.href
  const url = new URL(before)
  url.hash = to.startsWith('/') ? to : `/${to}`
  history[options.replace ? 'replaceState' : 'pushState'](null, '', url.href)
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
