import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { watch } from '../../../../electron/chromium-host/launch/electron-binary.ts'
import { launcherSentences } from '../../../../electron/chromium-host/launch/sentences.ts'

const run = (script: string) => spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })

describe('the download of Electron', () => {
  it('is given up when it falls silent', async () => {
    const started = performance.now()
    expect(await watch(run('setTimeout(() => {}, 60000)'), 500)).toBe(launcherSentences().noData)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('may be slow as long as data comes', async () => {
    const slow =
      'let n = 0; const t = setInterval(() => { console.log(n); if (++n > 15) clearInterval(t) }, 100)'
    expect(await watch(run(slow), 1_000)).toBeUndefined()
  })

  it('tells why it was refused', async () => {
    expect(await watch(run('console.error("fetch failed"); process.exit(1)'), 5_000)).toBe('fetch failed')
  })
})
