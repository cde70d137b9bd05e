import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import {
  guardContents,
  guardSession,
  isOutsideLink,
  isOwnRequest,
  isOwnUrl,
} from '../../../electron/shell/navigation-guard.ts'

const foreign = [
  'https://example.org/',
  'http://parvis/',
  'app://parvis.example.org/',
  'app://other/index.html',
  'app:parvis',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'chrome://settings',
  'nonsense',
  '',
]

function guarded() {
  const contents = new EventEmitter()
  let open: (details: { url: string }) => unknown = () => undefined
  const openLink = vi.fn()
  Object.assign(contents, {
    setWindowOpenHandler: (handler: typeof open) => {
      open = handler
    },
  })
  guardContents(contents as unknown as WebContents, openLink)
  const refuses = (name: string, url: string): boolean => {
    const preventDefault = vi.fn()
    contents.emit(name, { url, preventDefault })
    return preventDefault.mock.calls.length > 0
  }
  return { refuses, openLink, open: (url: string) => open({ url }) }
}

describe('the navigation guard', () => {
  it('knows its own pages and nobody else’s', () => {
    expect(isOwnUrl('app://parvis/index.html#/submissions')).toBe(true)
    expect(foreign.filter(isOwnUrl)).toEqual([])
  })

  it('refuses every navigation away, every redirect and every webview', () => {
    const { refuses } = guarded()
    for (const url of foreign) expect([url, refuses('will-navigate', url)]).toEqual([url, true])
    expect(refuses('will-navigate', 'app://parvis/index.html')).toBe(false)
    expect(refuses('will-frame-navigate', 'https://example.org/')).toBe(true)
    expect(refuses('will-frame-navigate', 'blob:app://parvis/1234')).toBe(false)
    expect(refuses('will-frame-navigate', 'blob:https://example.org/1234')).toBe(true)
    expect(refuses('will-redirect', 'app://parvis/')).toBe(true)
    expect(refuses('will-attach-webview', '')).toBe(true)
  })

  it('opens no window; a link of the web is only handed on', () => {
    const { open, openLink } = guarded()
    for (const url of [...foreign, 'mailto:a@b.fr', 'app://parvis/']) {
      expect(open(url)).toEqual({ action: 'deny' })
    }
    expect(openLink.mock.calls.flat()).toEqual(['https://example.org/', 'http://parvis/', 'mailto:a@b.fr'])
    expect(isOutsideLink('smb://server/share')).toBe(false)
  })

  it('grants the copying of text and no other permission, and lets no request out', () => {
    const session = {
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      webRequest: { onBeforeRequest: vi.fn() },
    }
    guardSession(session as unknown as Session)
    const granted = (permission: string): boolean => {
      const answer = vi.fn()
      session.setPermissionRequestHandler.mock.calls[0]?.[0](null, permission, answer)
      return answer.mock.calls[0]?.[0]
    }
    expect(['geolocation', 'media', 'notifications', 'openExternal', 'usb'].filter(granted)).toEqual([])
    expect(granted('clipboard-sanitized-write')).toBe(true)
    const answer = vi.fn()
    session.webRequest.onBeforeRequest.mock.calls[0]?.[0]({ url: 'https://example.org/' }, answer)
    expect(answer).toHaveBeenCalledWith({ cancel: true })
    expect(isOwnRequest('app://parvis/assets/a.js')).toBe(true)
  })
})
