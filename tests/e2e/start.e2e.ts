import { afterAll, describe, expect, it } from 'vitest'
import { launchParvis } from './launch-parvis.ts'

const { page, stop } = await launchParvis({ dialogAnswers: [null] })
afterAll(stop)

describe('the window', () => {
  it('shows Parvis on its own scheme, without Node and with one bridge', async () => {
    await page.getByRole('heading', { name: 'Parvis' }).waitFor()
    const seen = await page.evaluate(() => ({
      node: typeof (globalThis as { process?: unknown }).process,
      require: typeof (globalThis as { require?: unknown }).require,
      bridge: Object.keys((globalThis as unknown as { parvis: object }).parvis).sort(),
      raw: Object.keys(globalThis).filter((name) => name.startsWith('host')),
    }))
    expect(seen).toEqual({
      node: 'undefined',
      require: 'undefined',
      bridge: ['call', 'cancel', 'onEvent', 'platform'],
      raw: [],
    })
  })

  it('refuses a method that the contract does not name', async () => {
    const reply = await page.evaluate(() =>
      (
        globalThis as unknown as { parvis: { call(method: string, input: unknown): Promise<unknown> } }
      ).parvis.call('constructor.prototype', {}),
    )
    expect(reply).toMatchObject({ ok: false, error: { code: 'method-unknown' } })
  })

  it('asks before a link leaves, stays where it is and reaches nothing outside', async () => {
    const address = page.url()
    await page.evaluate(() => {
      Object.assign(globalThis, { stillHere: true })
      location.href = 'https://example.org/'
    })
    const reached = await page.evaluate(async () => {
      const attempts = ['https://example.org/', 'http://127.0.0.1:9/', 'file:///etc/passwd']
      const results = await Promise.allSettled(attempts.map((url) => fetch(url)))
      return results.map(({ status }) => status)
    })
    expect(reached).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true)
    // By now the navigation would have begun: the page is the very same.
    expect([page.url(), await page.evaluate(() => 'stillHere' in globalThis)]).toEqual([address, true])
  })

  it('runs no script that was written into the page', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.wasRun = true'
      document.body.append(script)
      return 'wasRun' in globalThis
    })
    expect(ran).toBe(false)
  })
})
