import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createFileOpener } from '../../../electron/shell/file-opener.ts'

const folder = mkdtempSync(join(tmpdir(), 'parvis-opener-'))
const pdf = join(folder, 'catalogue.pdf')
const program = join(folder, 'facture.exe')
for (const path of [pdf, program]) writeFileSync(path, '')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shell = { openPath: vi.fn(async () => ''), showItemInFolder: vi.fn() }
const opener = createFileOpener(shell)

describe('handing files to the system', () => {
  it('opens documents and folders that exist', async () => {
    await opener.open(pdf)
    await opener.open(folder)
    await opener.showInFolder(pdf)
    expect([shell.openPath.mock.calls, shell.showItemInFolder.mock.calls]).toEqual([
      [[pdf], [folder]],
      [[pdf]],
    ])
  })

  it('refuses what could be a program, what is gone and what is not a full path', async () => {
    await expect(opener.open(program)).rejects.toMatchObject({ code: 'file-kind-not-opened' })
    await expect(opener.open(join(folder, 'gone.pdf'))).rejects.toMatchObject({
      code: 'file-to-open-missing',
    })
    await expect(opener.showInFolder('catalogue.pdf')).rejects.toMatchObject({ code: 'file-to-open-missing' })
  })

  it('says when the system could not open it', async () => {
    shell.openPath.mockResolvedValueOnce('no viewer')
    await expect(opener.open(pdf)).rejects.toMatchObject({
      code: 'file-not-opened',
      parameters: { path: pdf, reason: 'no viewer' },
    })
  })
})
