import { describe, expect, it } from 'vitest'
import { fromChromiumUrl, toChromiumUrl } from '../../../electron/chromium-host/url-mapping.ts'

describe('URLs between the application and Chromium', () => {
  it.each([
    ['app://parvis/index.html?a=1#/b', 'https://parvis.app.localhost/index.html?a=1#/b'],
    ['https://example.org/', 'https://example.org/'],
    ['file:///tmp/a.html', 'file:///tmp/a.html'],
  ])('maps %s there and back', (ours, chromiums) => {
    expect([toChromiumUrl(ours), fromChromiumUrl(chromiums)]).toEqual([chromiums, ours])
  })

  it('maps the files made in memory by a page', () => {
    expect(fromChromiumUrl('blob:https://parvis.app.localhost/12')).toBe('blob:app://parvis/12')
  })

  it('takes no other host for the application', () => {
    for (const url of ['http://parvis.app.localhost/', 'https://parvis.app.localhost.example.org/']) {
      expect(fromChromiumUrl(url)).toBe(url)
    }
  })
})
