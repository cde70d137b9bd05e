import { expect, it, vi } from 'vitest'
import { guardSession, isAllowedImage } from '../../../electron/shell/navigation-guard.ts'
import { createTileGate } from '../../../electron/shell/tile-gate.ts'

const ign = 'https://data.geopf.fr'

it('lets nothing out until it is told of one place, and nothing else afterwards', async () => {
  const gate = createTileGate()
  expect(gate.origin()).toBeNull()
  await gate.allow(ign)
  expect(gate.origin()).toBe(ign)
  for (const origin of [
    '*',
    'https://*.example.org',
    "https://a.b; script-src 'self'",
    'https://a.b https://c.d',
    'data:',
  ]) {
    await gate.allow(origin)
    expect([origin, gate.origin()]).toEqual([origin, null])
  }
  await gate.allow(ign)
  await gate.allow(null)
  expect(gate.origin()).toBeNull()
})

it('lets images of that place through and nothing else of it', () => {
  expect(isAllowedImage(`${ign}/wmts?x=1`, 'image', ign)).toBe(true)
  expect(isAllowedImage(`${ign}/wmts?x=1`, 'xhr', ign)).toBe(false)
  expect(isAllowedImage(`${ign}/wmts?x=1`, 'script', ign)).toBe(false)
  expect(isAllowedImage('https://data.geopf.fr.example.org/a', 'image', ign)).toBe(false)
  expect(isAllowedImage('https://data.geopf.fr@example.org/a', 'image', ign)).toBe(false)
  expect(isAllowedImage('http://data.geopf.fr/a', 'image', ign)).toBe(false)
  expect(isAllowedImage(`${ign}/wmts`, 'image', null)).toBe(false)
})

it('is asked at every request, so that closing it holds at once', async () => {
  const gate = createTileGate()
  const onBeforeRequest = vi.fn()
  const session = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    webRequest: { onBeforeRequest },
  }
  guardSession(session as never, gate.origin)
  const cancelled = (): boolean => {
    const answer = vi.fn()
    onBeforeRequest.mock.calls[0]?.[0]({ url: `${ign}/1.png`, resourceType: 'image' }, answer)
    return answer.mock.calls[0]?.[0].cancel
  }
  expect(cancelled()).toBe(true)
  await gate.allow(ign)
  expect(cancelled()).toBe(false)
  await gate.allow(null)
  expect(cancelled()).toBe(true)
})
