import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createFileAnswerer } from '../../../electron/shell/app-protocol.ts'

const outside = mkdtempSync(join(tmpdir(), 'parvis-protocol-'))
const folder = join(outside, 'renderer')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(folder, 'index.html'), '<!doctype html>')
writeFileSync(join(folder, 'assets/a.js'), 'export {}')
writeFileSync(join(folder, 'assets/a.js.map'), '{}')
writeFileSync(join(outside, 'secret.html'), 'secret')
mkdirSync(join(outside, 'renderer-other'))
writeFileSync(join(outside, 'renderer-other/secret.html'), 'secret')
symlinkSync(join(outside, 'secret.html'), join(folder, 'link.html'))
afterAll(() => rmSync(outside, { recursive: true, force: true }))

const answerer = createFileAnswerer(folder)
const ask = (url: string, init?: RequestInit): Promise<Response> =>
  answerer({ url, method: init?.method ?? 'GET' } as Request)

describe('the scheme of the window', () => {
  it('serves the shipped files under a strict policy', async () => {
    const page = await ask('app://parvis/')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:/)
    expect((await ask('app://parvis/assets/a.js?v=1#x')).status).toBe(200)
    expect(await (await ask('app://parvis/assets/a.js')).text()).toBe('export {}')
  })

  it('names the one place of map images in its policy, for images only, while there is one', async () => {
    let origin: string | null = 'https://data.geopf.fr'
    const answer = createFileAnswerer(folder, () => origin)
    const policy = async (): Promise<string> => {
      const response = await answer({ url: 'app://parvis/', method: 'GET' } as Request)
      return response.headers.get('content-security-policy') ?? ''
    }
    const open = await policy()
    expect(open).toContain("img-src 'self' data: blob: https://data.geopf.fr;")
    expect(open.match(/https?:/g)).toHaveLength(1)
    origin = null
    expect(await policy()).not.toMatch(/https?:/)
  })

  it.each([
    'app://parvis/../secret.html',
    'app://parvis/%2e%2e/secret.html',
    'app://parvis/..%2fsecret.html',
    'app://parvis/assets/..%2f..%2fsecret.html',
    'app://parvis/..%5csecret.html',
    'app://parvis/%2e%2e%2frenderer-other/secret.html',
    'app://parvis/link.html',
    'app://parvis/index.html%00.js',
    'app://parvis/%E0%A4%A',
    'app://parvis/C:/secret.html',
    'app://parvis//etc/passwd',
    'app://parvis/assets',
    'app://parvis/assets/a.js.map',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
  ])('refuses %s', async (url) => {
    const response = await ask(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('refuses to be written to', async () => {
    expect((await ask('app://parvis/index.html', { method: 'POST' })).status).toBe(405)
  })

  it('never shows what lies outside, whatever is asked', async () => {
    const piece = fc.constantFrom(
      '..',
      '%2e%2e',
      '%2f',
      '/',
      '\\',
      '%5c',
      'secret.html',
      'assets',
      '.',
      '%00',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const response = await ask(`app://parvis/${pieces.join('')}`)
        expect(await response.text()).not.toContain('secret')
      }),
    )
  })
})
