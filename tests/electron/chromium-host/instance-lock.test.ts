import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { claimInstance } from '../../../electron/chromium-host/instance-lock.ts'

const root = mkdtempSync(join(tmpdir(), 'parvis-lock-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the single instance', () => {
  it('is free again after its release, after a death and after a reused number', () => {
    for (const written of ['', '999999999 1', `${process.ppid} 0`]) {
      writeFileSync(join(root, 'instance.lock'), written)
      const { claimed, release } = claimInstance(root, () => {})
      expect([written, claimed]).toEqual([written, true])
      release()
    }
  })

  it('hears of a second start', async () => {
    const heard = vi.fn()
    const { release } = claimInstance(root, heard)
    const start = { commandLine: ['electron', 'a.parvis'], folder: '/home' }
    writeFileSync(join(root, 'second-starts', '1.json'), JSON.stringify(start))
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(start))
    expect(heard).toHaveBeenCalledTimes(1)
    release()
  })
})
